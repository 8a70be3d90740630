package feedforward.layer;

import feedforward.device.Device;
import feedforward.device.Rows;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * Probabilities from logits: y[c] = exp(z[c] − max z) / Σ exp(z − max z) for each example.
 *
 * <p>Shapes: Z [N, C], Y [N, C]. Backward: dZ[c] = y[c]·(dY[c] − Σ dY·y). Before a cross-entropy loss a network leaves this
 * layer out and the loss does both at once, see {@link feedforward.model.Network#withoutSoftmax}.
 */
public final class Softmax implements Layer {
    private final Device device;
    private final int classes;
    private final Tensor outputs;
    private final Tensor inputGradients;
    private Rows rows;

    Softmax(LayerContext context) {
        device = context.device();
        classes = context.input().size(0);
        outputs = Tensor.zeros(device, Shape.of(context.batch(), classes));
        inputGradients = Tensor.zeros(device, Shape.of(context.batch(), classes));
        rows = new Rows(context.batch(), classes);
    }

    @Override
    public Tensor forward(Tensor z) {
        Shape shape = z.shape();
        if (shape.rank() != 2 || shape.size(1) != classes) {
            throw new ShapeException("Softmax input: expected shape [N, " + classes + "] but was " + shape);
        }
        if (shape.size(0) > outputs.shape().size(0)) {
            throw new ShapeException("Softmax input: expected at most "
                    + outputs.shape().size(0) + " examples, as it was built for, but was " + shape);
        }
        if (rows.rows() != shape.size(0)) {
            rows = new Rows(shape.size(0), classes);
        }
        Tensor y = outputs.rows(rows.rows());
        device.softmax(rows, z.buffer(), y.buffer());
        return y;
    }

    @Override
    public Tensor backward(Tensor dY) {
        Tensor dZ = inputGradients.rows(rows.rows());
        device.softmaxGradient(rows, outputs.buffer(), dY.buffer(), dZ.buffer());
        return dZ;
    }

    @Override
    public void backwardToParameters(Tensor dY) {
        // Nothing to learn here.
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
