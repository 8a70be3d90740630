package feedforward.layer;

import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.Gemm;
import feedforward.device.Rows;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * Fully connected layer: Y = f(X·W + b).
 *
 * <p>Shapes: X [N, in], W [in, out], b [out], Y [N, out]. Backward: dZ = dY·f′, dW += Xᵀ·dZ, db += Σₙ dZ (n ascending),
 * dX = dZ·Wᵀ. Initial weights: W uniform in ±√(6 / (in + out)) (Glorot and Bengio 2010), b zero. Source: the course, "Feed
 * forward neural networks for high-dimensional data".
 */
public final class Dense implements Layer {
    private final Device device;
    private final Activation activation;
    private final int in;
    private final int out;
    private final Parameter weight;
    private final Parameter bias;
    private final Tensor outputs;
    private final Tensor outputGradients;
    private final Tensor inputGradients;

    private Tensor x;
    private Plan plan;

    Dense(DenseSpec spec, LayerContext context) {
        device = context.device();
        activation = spec.activation();
        in = context.input().size(0);
        out = spec.units();
        int batch = context.batch();
        weight = Parameter.transposedMatrix(device, context.name() + ".weight", Shape.of(in, out));
        bias = Parameter.zeros(device, context.name() + ".bias", Shape.of(out));
        outputs = Tensor.zeros(device, Shape.of(batch, out));
        outputGradients = Tensor.zeros(device, Shape.of(batch, out));
        inputGradients = Tensor.zeros(device, Shape.of(batch, in));
        plan = Plan.of(batch, in, out);
        weight.value().set(glorot(context.rng()));
    }

    @Override
    public Tensor forward(Tensor x) {
        Shape shape = x.shape();
        if (shape.rank() != 2 || shape.size(1) != in) {
            throw new ShapeException("Dense input: expected shape [N, " + in + "] but was " + shape);
        }
        if (shape.size(0) > outputs.shape().size(0)) {
            throw new ShapeException("Dense input: expected at most "
                    + outputs.shape().size(0) + " examples, as it was built for, but was " + shape);
        }
        this.x = x;
        if (plan.rows.rows() != shape.size(0)) {
            plan = Plan.of(shape.size(0), in, out);
        }
        Tensor y = outputs.rows(shape.size(0));
        device.gemm(plan.forward, x.buffer(), weight.value().buffer(), y.buffer());
        device.biasActivation(activation, plan.rows, bias.value().buffer(), y.buffer());
        return y;
    }

    @Override
    public Tensor backward(Tensor dY) {
        backwardToParameters(dY);
        Tensor dX = inputGradients.rows(plan.rows.rows());
        device.gemm(plan.inputGradient, outputGradients.buffer(), weight.value().buffer(), dX.buffer());
        return dX;
    }

    @Override
    public void backwardToParameters(Tensor dY) {
        Tensor dZ = outputGradients;
        device.activationGradient(activation, plan.rows.elements(), outputs.buffer(), dY.buffer(), dZ.buffer());
        device.gemm(
                plan.weightGradient, x.buffer(), dZ.buffer(), weight.gradient().buffer());
        device.addColumnSums(plan.rows, dZ.buffer(), bias.gradient().buffer());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    private float[] glorot(CounterRng rng) {
        float limit = (float) Math.sqrt(6.0 / (in + out));
        float[] values = new float[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = (2 * rng.uniform(i) - 1) * limit;
        }
        return values;
    }

    /** The three products of a batch of N rows, kept until a batch of another size comes. */
    private record Plan(Rows rows, Gemm forward, Gemm weightGradient, Gemm inputGradient) {
        static Plan of(int n, int in, int out) {
            return new Plan(
                    new Rows(n, out),
                    Gemm.of(n, out, in),
                    Gemm.of(in, out, n).transposingA().accumulating(),
                    Gemm.of(n, in, out).transposingB());
        }
    }
}
