package feedforward.layer;

import feedforward.device.Device;
import feedforward.device.Pooling;
import feedforward.device.PoolingBuffers;
import feedforward.tensor.Tensor;

/**
 * The largest value of each window: Y[n,i,j,c] = max X[n, i·s + u, j·s + v, c] over the window's rows u and columns v; s is
 * the stride.
 *
 * <p>Shapes: X [N, H, W, C], Y [N, H′, W′, C] with H′ = ⌊(H − size) / s⌋ + 1. Backward: dY goes to the first of the window's
 * largest values. Source: Zhou and Chellappa 1988.
 */
public final class MaxPool2d implements Layer {
    private final Device device;
    private final InputShape input;
    private final Tensor outputs;
    private final Tensor inputGradients;

    private Pooling pooling;
    private PoolingBuffers buffers;
    private Tensor x;

    MaxPool2d(MaxPool2dSpec spec, LayerContext context) {
        device = context.device();
        input = InputShape.of("MaxPool2d", context);
        pooling = spec.pooling(context.input()).withBatch(context.batch());
        outputs = Tensor.zeros(device, spec.output(context.input()).withBatch(context.batch()));
        inputGradients = Tensor.zeros(device, context.input().withBatch(context.batch()));
        buffers = new PoolingBuffers(
                inputGradients.buffer(), outputs.buffer(), outputs.buffer(), inputGradients.buffer());
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        this.x = x;
        if (pooling.batch() != examples) {
            pooling = pooling.withBatch(examples);
        }
        device.images().maxPool(pooling, x.buffer(), outputs.buffer());
        return outputs.rows(examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        if (buffers.x() != x.buffer() || buffers.dY() != dY.buffer()) {
            buffers = new PoolingBuffers(x.buffer(), outputs.buffer(), dY.buffer(), inputGradients.buffer());
        }
        device.images().maxPoolGradient(pooling, buffers);
        return inputGradients.rows(pooling.batch());
    }
}
