package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/** {@link Sgd} with its learning rate. */
public record SgdSpec(float learningRate) implements OptimiserSpec {

    /** @throws IllegalArgumentException if the learning rate is not in (0, 10] */
    public SgdSpec {
        OptimiserRange.requireLearningRate(learningRate);
    }

    @Override
    public SgdSpec withLearningRate(float other) {
        return new SgdSpec(other);
    }

    @Override
    public int memoryPerWeight() {
        return 0;
    }

    @Override
    public Optimiser build(Device device, List<Parameter> parameters) {
        return new Sgd(device, parameters);
    }
}
