package feedforward.layer;

import feedforward.device.Device;
import feedforward.device.Rows;
import feedforward.tensor.Tensor;

/**
 * Probabilities from logits: y[c] = exp(z[c] − max z) / Σ exp(z − max z) for each example, or for each of its time steps.
 *
 * <p>Shapes: Z [N, C] or [N, T, C], Y the same. Backward: dZ[c] = y[c]·(dY[c] − Σ dY·y). Before a cross-entropy loss a
 * network leaves this layer out and the loss does both at once, see {@link feedforward.model.Network#withoutSoftmax}.
 */
public final class Softmax implements Layer {
    private final Device device;
    private final InputShape input;
    private final int classes;
    private final Tensor outputs;
    private final Tensor inputGradients;
    private Rows rows;
    private int examples;

    Softmax(LayerContext context) {
        device = context.device();
        input = InputShape.of("Softmax", context);
        classes = context.input().size(context.input().rank() - 1);
        outputs = Tensor.zeros(device, context.input().withBatch(context.batch()));
        inputGradients = Tensor.zeros(device, context.input().withBatch(context.batch()));
        rows = new Rows(0, classes);
    }

    @Override
    public Tensor forward(Tensor z, Pass pass) {
        examples = input.examples(z);
        if (rows.elements() != z.shape().elements()) {
            rows = new Rows(z.shape().elements() / classes, classes);
        }
        Tensor y = outputs.rows(examples);
        device.elements().softmax(rows, z.buffer(), y.buffer());
        return y;
    }

    @Override
    public Tensor backward(Tensor dY) {
        Tensor dZ = inputGradients.rows(examples);
        device.elements().softmaxGradient(rows, outputs.buffer(), dY.buffer(), dZ.buffer());
        return dZ;
    }
}
