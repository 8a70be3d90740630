package feedforward.optimiser;

import feedforward.device.Device;

/** {@link Sgd} with its learning rate. */
public record SgdSpec(float learningRate) implements OptimiserSpec {
    public static final float HIGHEST_LEARNING_RATE = 10;

    /** @throws IllegalArgumentException if the learning rate is not in (0, 10] */
    public SgdSpec {
        if (!(learningRate > 0 && learningRate <= HIGHEST_LEARNING_RATE)) {
            throw new IllegalArgumentException(
                    "RunSpec learningRate: expected a number in (0, 10] but was " + learningRate);
        }
    }

    @Override
    public Optimiser build(Device device) {
        return new Sgd(device, this);
    }
}
