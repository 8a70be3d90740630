package feedforward.layer;

import feedforward.tensor.Shape;

/** A {@link Flatten} layer: one row of values of each example. */
public record FlattenSpec() implements LayerSpec {

    @Override
    public Shape output(Shape input) {
        return Shape.of(input.elements());
    }

    @Override
    public long parameters(Shape input) {
        return 0;
    }

    @Override
    public String prefix() {
        return "flatten";
    }

    @Override
    public Layer build(LayerContext context) {
        return new Flatten(context);
    }
}
