package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * {@link Adagrad} with its numbers.
 *
 * @param epsilon ε, in (0, 1], so that nothing is divided by 0
 */
public record AdagradSpec(float learningRate, float epsilon) implements OptimiserSpec {
    /** PyTorch's. */
    public static final float DEFAULT_EPSILON = 1e-10f;

    /** @throws IllegalArgumentException if a number is out of range */
    public AdagradSpec {
        OptimiserRange.requireLearningRate(learningRate);
        OptimiserRange.requireEpsilon(epsilon);
    }

    /** With the default ε. */
    public static AdagradSpec of(float learningRate) {
        return new AdagradSpec(learningRate, DEFAULT_EPSILON);
    }

    @Override
    public AdagradSpec withLearningRate(float other) {
        return new AdagradSpec(other, epsilon);
    }

    @Override
    public int memoryPerWeight() {
        return 1;
    }

    @Override
    public Optimiser build(Device device, List<Parameter> parameters) {
        return new Adagrad(device, this, parameters);
    }
}
