package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * {@link Adam} with its numbers. The defaults are those of Kingma and Ba 2015.
 *
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 * @param epsilon ε, in (0, 1], so that nothing is divided by 0
 */
public record AdamSpec(float learningRate, float beta1, float beta2, float epsilon) implements OptimiserSpec {
    public static final float DEFAULT_BETA1 = 0.9f;
    public static final float DEFAULT_BETA2 = 0.999f;
    public static final float DEFAULT_EPSILON = 1e-8f;

    /** @throws IllegalArgumentException if a number is out of range */
    public AdamSpec {
        OptimiserRange.requireLearningRate(learningRate);
        OptimiserRange.requireMemory("beta1", beta1);
        OptimiserRange.requireMemory("beta2", beta2);
        OptimiserRange.requireEpsilon(epsilon);
    }

    /** With the default β₁, β₂ and ε. */
    public static AdamSpec of(float learningRate) {
        return new AdamSpec(learningRate, DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON);
    }

    @Override
    public AdamSpec withLearningRate(float other) {
        return new AdamSpec(other, beta1, beta2, epsilon);
    }

    @Override
    public int memoryPerWeight() {
        return 2;
    }

    @Override
    public Optimiser build(Device device, List<Parameter> parameters) {
        return new Adam(device, this, 0, parameters);
    }
}
