package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * {@link Adam} with decoupled weight decay λ, of weights alone: biases and a normalisation's scale and shift keep out of it.
 * Source: Loshchilov and Hutter 2019.
 *
 * @param weightDecay λ, in [0, 1]
 */
public record AdamWSpec(float learningRate, float beta1, float beta2, float epsilon, float weightDecay)
        implements OptimiserSpec {
    /** PyTorch's. */
    public static final float DEFAULT_WEIGHT_DECAY = 0.01f;

    /** @throws IllegalArgumentException if a number is out of range */
    public AdamWSpec {
        OptimiserRange.requireLearningRate(learningRate);
        OptimiserRange.requireMemory("beta1", beta1);
        OptimiserRange.requireMemory("beta2", beta2);
        OptimiserRange.requireEpsilon(epsilon);
        OptimiserRange.requireWeightDecay(weightDecay);
    }

    /** With {@link AdamSpec}'s default β₁, β₂ and ε. */
    public static AdamWSpec of(float learningRate, float weightDecay) {
        AdamSpec adam = AdamSpec.of(learningRate);
        return new AdamWSpec(learningRate, adam.beta1(), adam.beta2(), adam.epsilon(), weightDecay);
    }

    @Override
    public AdamWSpec withLearningRate(float other) {
        return new AdamWSpec(other, beta1, beta2, epsilon, weightDecay);
    }

    @Override
    public int memoryPerWeight() {
        return 2;
    }

    @Override
    public Optimiser build(Device device, List<Parameter> parameters) {
        return new Adam(device, new AdamSpec(learningRate, beta1, beta2, epsilon), weightDecay, parameters);
    }
}
