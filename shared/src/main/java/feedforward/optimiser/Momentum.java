package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient descent with momentum: u ← μ·u + ∂loss/∂w; w ← w − η·u. Remembers u.
 *
 * <p>Source: Polyak 1964, in the form of Sutskever et al. 2013 that PyTorch uses, with the rate outside of u.
 */
public final class Momentum implements Optimiser {
    private final Device device;
    private final MomentumSpec spec;
    private final Moment[] moments;

    Momentum(Device device, MomentumSpec spec, List<Parameter> parameters) {
        this.device = device;
        this.spec = spec;
        moments = Moment.of(device, parameters);
    }

    @Override
    public void step(float rate, int number) {
        for (Moment moment : moments) {
            device.updates().momentum(moment.n(), rate, spec.momentum(), moment.buffers());
            moment.clearGradient(device);
        }
    }

    @Override
    public List<NamedTensor> memory() {
        return Arrays.stream(moments).map(Moment::memory).toList();
    }
}
