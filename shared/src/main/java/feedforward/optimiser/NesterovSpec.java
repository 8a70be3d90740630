package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * {@link Nesterov} with its numbers.
 *
 * @param momentum μ, in [0, 1); 0.9 is usual (Sutskever et al. 2013)
 */
public record NesterovSpec(float learningRate, float momentum) implements OptimiserSpec {

    /** @throws IllegalArgumentException if a number is out of range */
    public NesterovSpec {
        OptimiserRange.requireLearningRate(learningRate);
        OptimiserRange.requireMemory("momentum", momentum);
    }

    @Override
    public NesterovSpec withLearningRate(float other) {
        return new NesterovSpec(other, momentum);
    }

    @Override
    public int memoryPerWeight() {
        return 1;
    }

    @Override
    public Optimiser build(Device device, List<Parameter> parameters) {
        return new Nesterov(device, this, parameters);
    }
}
