package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * RMSprop: u ← ρ·u + (1 − ρ)·g·g; w ← w − η·g / (√u + ε), with g = ∂loss/∂w. Remembers u, the moving mean of the squares.
 *
 * <p>Source: Hinton, Srivastava and Swersky 2012, lecture 6e.
 */
public final class RmsProp implements Optimiser {
    private final Device device;
    private final RmsPropSpec spec;
    private final Moment[] moments;

    RmsProp(Device device, RmsPropSpec spec, List<Parameter> parameters) {
        this.device = device;
        this.spec = spec;
        moments = Moment.of(device, parameters);
    }

    @Override
    public void step(float rate, int number) {
        for (Moment moment : moments) {
            device.updates().rmsProp(moment.n(), rate, spec.decay(), spec.epsilon(), moment.buffers());
            moment.clearGradient(device);
        }
    }

    @Override
    public List<NamedTensor> memory() {
        return Arrays.stream(moments).map(Moment::memory).toList();
    }
}
