package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient descent with Nesterov momentum: u ← μ·u + g; w ← w − η·(g + μ·u), with g = ∂loss/∂w. Remembers u.
 *
 * <p>Source: Nesterov 1983, in the form of Sutskever et al. 2013 that PyTorch uses.
 */
public final class Nesterov implements Optimiser {
    private final Device device;
    private final NesterovSpec spec;
    private final Moment[] moments;

    Nesterov(Device device, NesterovSpec spec, List<Parameter> parameters) {
        this.device = device;
        this.spec = spec;
        moments = Moment.of(device, parameters);
    }

    @Override
    public void step(float rate, int number) {
        for (Moment moment : moments) {
            device.updates().nesterov(moment.n(), rate, spec.momentum(), moment.buffers());
            moment.clearGradient(device);
        }
    }

    @Override
    public List<NamedTensor> memory() {
        return Arrays.stream(moments).map(Moment::memory).toList();
    }
}
