package feedforward.layer;

import feedforward.device.Device;
import feedforward.device.Transpose;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/**
 * One row of values of each example. An image's are ordered by channel, then by row, then by column, as in PyTorch, so that
 * the weights behind it are PyTorch's; other examples' stay in their order.
 *
 * <p>Shapes: X [N, H, W, C] with Y[n, (c·H + h)·W + w] = X[n,h,w,c], X [N, T, F] or X [N, F]; Y [N, values]. Backward: the
 * values' gradients go back to where the values were.
 */
public final class Flatten implements Layer {
    private final Device device;
    private final InputShape input;
    private final Tensor outputs;
    private final Tensor inputGradients;
    private final int channels;
    private Transpose order;
    private Transpose back;

    Flatten(LayerContext context) {
        device = context.device();
        input = InputShape.of("Flatten", context);
        Shape example = context.input();
        outputs = Tensor.zeros(device, Shape.of(context.batch(), example.elements()));
        inputGradients = Tensor.zeros(device, example.withBatch(context.batch()));
        channels = example.rank() == 3 ? example.size(2) : 1;
        plan(context.batch());
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        if (order.outer() != examples) {
            plan(examples);
        }
        device.linear().transpose(order, x.buffer(), outputs.buffer());
        return outputs.rows(examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        device.linear().transpose(back, dY.buffer(), inputGradients.buffer());
        return inputGradients.rows(order.outer());
    }

    /** Kept until a batch of another size comes. Without channels to move, examples are copied whole. */
    private void plan(int examples) {
        int values = input.input().elements();
        order = channels == 1
                ? new Transpose(examples, 1, 1, values)
                : new Transpose(examples, values / channels, channels, 1);
        back = order.inverse();
    }
}
