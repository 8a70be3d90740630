package feedforward.layer;

import feedforward.tensor.Shape;

/**
 * A {@link Rescale} layer, on examples of any shape: for the first, so that whoever uses the network need not know what its inputs
 * were scaled to.
 *
 * @param mean what becomes 0, in [−1e6, 1e6]
 * @param deviation what becomes 1 above it, in [1e-6, 1e6]
 */
public record RescaleSpec(float mean, float deviation) implements LayerSpec {
    public static final float LARGEST = 1e6f;
    public static final float SMALLEST_DEVIATION = 1e-6f;

    /** @throws IllegalArgumentException if a number is out of range */
    public RescaleSpec {
        if (!(Math.abs(mean) <= LARGEST)) {
            throw new IllegalArgumentException("Rescale mean: expected a number in [-1e6, 1e6] but was " + mean);
        }
        if (!(deviation >= SMALLEST_DEVIATION && deviation <= LARGEST)) {
            throw new IllegalArgumentException(
                    "Rescale deviation: expected a number in [1e-6, 1e6] but was " + deviation);
        }
    }

    /** a = 1/deviation. */
    public float factor() {
        return (float) (1.0 / deviation);
    }

    /** b = −mean/deviation. */
    public float offset() {
        return (float) (-(double) mean / deviation);
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public long parameters(Shape input) {
        return 0;
    }

    @Override
    public String prefix() {
        return "rescale";
    }

    @Override
    public Layer build(LayerContext context) {
        return new Rescale(this, context);
    }
}
