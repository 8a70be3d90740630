package feedforward.layer;

import feedforward.device.Activation;
import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.Rows;
import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * The simplest recurrent layer (Elman 1990): at each step h = tanh((x·W + h·U) + (b + b′)). The sum on h goes on from that on x.
 *
 * <p>Shapes: W [F, H], U [H, H], b and b′ [H]. b′ is not learnt: PyTorch's files have it, and beside b it would learn the same.
 * Backward, from the last step to the first: dH = dY + dZ·Uᵀ with dZ of the step after; dZ = dH·(1 − h²); then, adding rows in
 * the order of time and within a step in that of the batch, dU += Hᵀ·dZ with h before each step, db += Σ dZ.
 *
 * <p>Initial weights: W and U uniform in ±√(6 / (in + H)) (Glorot and Bengio 2010), b zero.
 */
final class SimpleRnn implements Cell {
    static final int GATES = 1;

    private final Device device;
    private final int units;
    private final StateProduct product;
    private final Parameter bias;
    private final Parameter fileBias;
    private final Buffer biasSum;

    private final State h;
    private final TimeSteps sums;
    private final TimeSteps sumGradients;
    private final TimeSteps hiddenGradients;
    private final int steps;
    private Plan plan;

    SimpleRnn(CellContext context) {
        device = context.device();
        units = context.units();
        steps = context.steps();
        product = new StateProduct(context, GATES, true);
        bias = context.inputBias(GATES);
        fileBias = context.stateBias(GATES, Parameter.Kind.STATISTIC);
        biasSum = device.allocate(units);
        int batch = context.batch();
        h = new State(device, steps, batch, units);
        sums = new TimeSteps(device, steps, batch, units);
        sumGradients = new TimeSteps(device, steps, batch, units);
        hiddenGradients = new TimeSteps(device, steps, batch, units);
        plan(batch);
    }

    /** The number of values kept for each example. */
    static long valuesPerExample(int steps, int units) {
        return State.valuesPerExample(steps, units) + steps * 3L * units;
    }

    @Override
    public void plan(int n) {
        h.plan(n);
        List.of(sums, sumGradients, hiddenGradients).forEach(numbers -> numbers.plan(n));
        product.plan(n);
        plan = new Plan(n, new Rows(n, units), new Rows(steps * n, units));
    }

    @Override
    public void begin(Pass pass) {
        h.begin(pass, plan.examples);
        device.elements().scale(units, 1, bias.value().buffer(), biasSum);
        device.elements().add(units, fileBias.value().buffer(), biasSum);
    }

    @Override
    public void step(int t) {
        product.forward(t, h.before(t), sums.at(t));
        device.elements().biasActivation(Activation.TANH, plan.rows, biasSum, sums.at(t), h.after(t));
    }

    @Override
    public void end(Pass pass) {
        h.end(pass, plan.examples);
    }

    @Override
    public void backward(int t) {
        device.elements()
                .activationGradient(
                        Activation.TANH, plan.rows.elements(), h.after(t), hiddenGradients.at(t), sumGradients.at(t));
        if (t > 0) {
            product.backward(t, sumGradients.at(t), hiddenGradients.at(t - 1));
        }
    }

    @Override
    public void addParameterGradients() {
        product.addWeightGradient(h, sumGradients);
        device.linear()
                .addColumnSums(plan.allRows, sumGradients.all(), bias.gradient().buffer());
    }

    @Override
    public TimeSteps sums() {
        return sums;
    }

    @Override
    public TimeSteps sumGradients() {
        return sumGradients;
    }

    @Override
    public State hidden() {
        return h;
    }

    @Override
    public TimeSteps hiddenGradients() {
        return hiddenGradients;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(product.weight(), bias, fileBias);
    }

    @Override
    public List<Tensor> carried() {
        return List.of(h.carried());
    }

    /** A batch size's kernels, kept until a batch of another size comes. */
    private record Plan(int examples, Rows rows, Rows allRows) {}
}
