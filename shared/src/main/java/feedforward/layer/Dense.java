package feedforward.layer;

import feedforward.device.Device;
import feedforward.device.Gemm;
import feedforward.device.Rows;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * Fully connected layer: Y = f(X·W + b), at each time step alike where examples are sequences.
 *
 * <p>Shapes: X [N, in] or [N, T, in], W [in, out], b [out], Y [N, out] or [N, T, out]. Backward: dZ = dY·f′, dW += Xᵀ·dZ,
 * db += Σₙ dZ (n ascending), dX = dZ·Wᵀ. Initial weights: see {@link Initialiser}; b is zero.
 * Source: the course, "Feed forward neural networks for high-dimensional data".
 */
public final class Dense implements Layer {
    private final Device device;
    private final InputShape input;
    private final int in;
    private final int out;
    private final Parameter weight;
    private final Parameter bias;
    private final Activated activated;
    private final Tensor inputGradients;

    private Tensor x;
    private Plan plan;

    Dense(DenseSpec spec, LayerContext context) {
        device = context.device();
        input = InputShape.of("Dense", context);
        in = context.input().size(context.input().rank() - 1);
        out = spec.units();
        int batch = context.batch();
        weight = Parameter.matrix(device, context.name() + ".weight", Shape.of(in, out));
        bias = Parameter.offset(device, context.name() + ".bias", Shape.of(out));
        activated = new Activated(
                device, spec.activation(), bias, spec.output(context.input()).withBatch(batch));
        inputGradients = Tensor.zeros(device, context.input().withBatch(batch));
        plan = plan(batch);
        weight.value().set(spec.initialiser().draw(in * out, new Initialiser.Fan(in, out), context.rng()));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int examples = input.examples(x);
        this.x = x;
        if (plan.examples != examples) {
            plan = plan(examples);
        }
        device.linear()
                .gemm(
                        plan.forward,
                        x.buffer(),
                        weight.value().buffer(),
                        activated.sums().buffer());
        return activated.forward(plan.rows, plan.examples);
    }

    @Override
    public Tensor backward(Tensor dY) {
        backwardToParameters(dY);
        Tensor dX = inputGradients.rows(plan.examples);
        device.linear()
                .gemm(
                        plan.inputGradient,
                        activated.sumGradients().buffer(),
                        weight.value().buffer(),
                        dX.buffer());
        return dX;
    }

    @Override
    public void backwardToParameters(Tensor dY) {
        activated.backward(plan.rows, dY);
        device.linear()
                .gemm(
                        plan.weightGradient,
                        x.buffer(),
                        activated.sumGradients().buffer(),
                        weight.gradient().buffer());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    private Plan plan(int examples) {
        int n = examples * (input.input().elements() / in);
        return new Plan(
                examples,
                new Rows(n, out),
                Gemm.of(n, out, in),
                Gemm.of(in, out, n).transposingA().accumulating(),
                Gemm.of(n, in, out).transposingB());
    }

    /** The three products of a batch, kept until a batch of another size comes. */
    private record Plan(int examples, Rows rows, Gemm forward, Gemm weightGradient, Gemm inputGradient) {}
}
