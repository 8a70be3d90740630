package feedforward.layer;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/** A {@link Softmax} layer over the classes. */
public record SoftmaxSpec() implements LayerSpec {

    @Override
    public Shape output(Shape input) {
        if (input.rank() != 1 && input.rank() != 2) {
            throw new ShapeException("Softmax input: expected classes, or time steps of classes, but was " + input);
        }
        return input;
    }

    @Override
    public long parameters(Shape input) {
        return 0;
    }

    @Override
    public String prefix() {
        return "softmax";
    }

    @Override
    public Layer build(LayerContext context) {
        return new Softmax(context);
    }
}
