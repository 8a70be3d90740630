package feedforward.layer;

import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.Rows;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/**
 * Inputs brought to a mean of 0 and a deviation of 1: Y = (X − mean)/deviation, computed as X·a + b with a = 1/deviation and
 * b = −mean/deviation, which are computed in double and rounded.
 *
 * <p>Shapes: X and Y [N, …] alike. Backward: dX = dY·a. Nothing is learnt: mean and deviation are the description's.
 */
public final class Rescale implements Layer {
    private final Device device;
    private final InputShape input;
    private final float factor;
    private final Tensor offsets;
    private final Tensor outputs;
    private final Tensor inputGradients;
    private Rows rows;

    Rescale(RescaleSpec spec, LayerContext context) {
        device = context.device();
        input = InputShape.of("Rescale", context);
        factor = spec.factor();
        int width = context.input().elements();
        offsets = Tensor.zeros(device, Shape.of(width));
        device.elements().fill(width, spec.offset(), offsets.buffer());
        outputs = Tensor.zeros(device, context.input().withBatch(context.batch()));
        inputGradients = Tensor.zeros(device, context.input().withBatch(context.batch()));
        rows = new Rows(context.batch(), width);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        if (rows.rows() != examples) {
            rows = new Rows(examples, rows.columns());
        }
        device.elements().scale(rows.elements(), factor, x.buffer(), outputs.buffer());
        device.elements().biasActivation(Activation.LINEAR, rows, offsets.buffer(), outputs.buffer(), outputs.buffer());
        return outputs.rows(examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        device.elements().scale(rows.elements(), factor, dY.buffer(), inputGradients.buffer());
        return inputGradients.rows(rows.rows());
    }
}
