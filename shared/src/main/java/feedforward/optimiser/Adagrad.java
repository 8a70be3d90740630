package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * Adagrad: u ← u + g·g; w ← w − η·g / (√u + ε), with g = ∂loss/∂w. Remembers u, the sum of all squares.
 *
 * <p>Source: Duchi, Hazan and Singer 2011.
 */
public final class Adagrad implements Optimiser {
    private final Device device;
    private final AdagradSpec spec;
    private final Moment[] moments;

    Adagrad(Device device, AdagradSpec spec, List<Parameter> parameters) {
        this.device = device;
        this.spec = spec;
        moments = Moment.of(device, parameters);
    }

    @Override
    public void step(float rate, int number) {
        for (Moment moment : moments) {
            device.updates().adagrad(moment.n(), rate, spec.epsilon(), moment.buffers());
            moment.clearGradient(device);
        }
    }

    @Override
    public List<NamedTensor> memory() {
        return Arrays.stream(moments).map(Moment::memory).toList();
    }
}
