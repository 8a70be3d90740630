package feedforward.layer;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;

/** The one check of what a layer is given: up to {@code batch} examples of shape {@code input}. */
record InputShape(String layer, Shape input, int batch) {

    static InputShape of(String layer, LayerContext context) {
        return new InputShape(layer, context.input(), context.batch());
    }

    /** The number of examples in X. */
    int examples(Tensor x) {
        Shape shape = x.shape();
        if (!shape.isBatchOf(input)) {
            throw new ShapeException(layer + " input: expected shape " + input.describeBatch() + " but was " + shape);
        }
        if (shape.size(0) > batch) {
            throw new ShapeException(
                    layer + " input: expected at most " + batch + " examples, as it was built for, but was " + shape);
        }
        return shape.size(0);
    }
}
