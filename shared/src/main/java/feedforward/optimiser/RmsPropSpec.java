package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * {@link RmsProp} with its numbers.
 *
 * @param decay ρ, in [0, 1)
 * @param epsilon ε, in (0, 1], so that nothing is divided by 0
 */
public record RmsPropSpec(float learningRate, float decay, float epsilon) implements OptimiserSpec {
    /** Of Hinton's lecture 6e. */
    public static final float DEFAULT_DECAY = 0.9f;

    /** PyTorch's. */
    public static final float DEFAULT_EPSILON = 1e-8f;

    /** @throws IllegalArgumentException if a number is out of range */
    public RmsPropSpec {
        OptimiserRange.requireLearningRate(learningRate);
        OptimiserRange.requireMemory("decay", decay);
        OptimiserRange.requireEpsilon(epsilon);
    }

    /** With the default ρ and ε. */
    public static RmsPropSpec of(float learningRate) {
        return new RmsPropSpec(learningRate, DEFAULT_DECAY, DEFAULT_EPSILON);
    }

    @Override
    public RmsPropSpec withLearningRate(float other) {
        return new RmsPropSpec(other, decay, epsilon);
    }

    @Override
    public int memoryPerWeight() {
        return 1;
    }

    @Override
    public Optimiser build(Device device, List<Parameter> parameters) {
        return new RmsProp(device, this, parameters);
    }
}
