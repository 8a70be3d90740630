package feedforward.layer;

import feedforward.tensor.Shape;

/**
 * A {@link Dropout} layer, on examples of any shape.
 *
 * @param rate the fraction of the values that is dropped in training, in [0, 1)
 */
public record DropoutSpec(float rate) implements LayerSpec {

    /** @throws IllegalArgumentException if rate is outside [0, 1) */
    public DropoutSpec {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("Dropout rate: expected a number in [0, 1) but was " + rate);
        }
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
        return "dropout";
    }

    @Override
    public Layer build(LayerContext context) {
        return new Dropout(rate, context);
    }
}
