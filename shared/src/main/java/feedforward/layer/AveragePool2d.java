package feedforward.layer;

import feedforward.device.Device;
import feedforward.device.Pooling;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/**
 * The mean of each window: Y[n,i,j,c] = (Σ X[n, i·s + u, j·s + v, c]) / (height·width) over the window's rows u and columns
 * v; s is the stride. The global average pool is the one whose only window is the image.
 *
 * <p>Shapes: X [N, H, W, C], Y [N, H′, W′, C] with H′ = ⌊(H − height) / s⌋ + 1, or [N, C]. Backward: each place of a window
 * gets dY / (height·width). Source: LeCun et al. 1998; Lin, Chen and Yan 2013 for the global one.
 */
public final class AveragePool2d implements Layer {
    private final Device device;
    private final InputShape input;
    private final Tensor outputs;
    private final Tensor inputGradients;
    private Pooling pooling;

    /** @param single the pooling of one image */
    AveragePool2d(String name, Pooling single, Shape output, LayerContext context) {
        device = context.device();
        input = InputShape.of(name, context);
        pooling = single.withBatch(context.batch());
        outputs = Tensor.zeros(device, output.withBatch(context.batch()));
        inputGradients = Tensor.zeros(device, context.input().withBatch(context.batch()));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        if (pooling.batch() != examples) {
            pooling = pooling.withBatch(examples);
        }
        device.images().averagePool(pooling, x.buffer(), outputs.buffer());
        return outputs.rows(examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        device.images().averagePoolGradient(pooling, dY.buffer(), inputGradients.buffer());
        return inputGradients.rows(pooling.batch());
    }
}
