package feedforward.layer;

import feedforward.device.Activation;
import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.GruBuffers;
import feedforward.device.GruGradients;
import feedforward.device.Rows;
import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
import java.util.List;

/**
 * Gated recurrent unit (Cho et al. 2014), with the reset gate behind the product as in cuDNN and PyTorch. At each step, with * element by
 * element, zx = x·W + b and zh = h·U + b′: r = σ(zx + zh), z = σ(zx + zh), n = tanh(zx + r*zh), h = (1 − z)*n + z*h.
 *
 * <p>Shapes: W [F, 3H], U [H, 3H], b and b′ [3H], gates in the order r, z, n, as in PyTorch. Backward, from the last step to the
 * first: dZx and dZh as in {@link feedforward.device.SequenceKernels#gruGradient}; dH of the step before = (dY + dH*z) + dZh·Uᵀ;
 * then, adding rows in the order of time and within a step in that of the batch, dU += Hᵀ·dZh with h before each step,
 * db += Σ dZx, db′ += Σ dZh.
 *
 * <p>Initial weights: W and U uniform in ±√(6 / (in + 3H)) (Glorot and Bengio 2010), both biases zero.
 */
final class Gru implements Cell {
    static final int GATES = 3;

    private final Device device;
    private final int units;
    private final StateProduct product;
    private final Parameter inputBias;
    private final Parameter stateBias;

    private final State h;
    private final TimeSteps inputSums;
    private final TimeSteps stateSums;
    private final TimeSteps inputSumGradients;
    private final TimeSteps stateSumGradients;
    private final TimeSteps hiddenGradients;
    private final Buffer gradientBefore;
    private final GruBuffers[] buffers;
    private final GruGradients[] gradients;
    private Plan plan;

    Gru(CellContext context) {
        device = context.device();
        units = context.units();
        product = new StateProduct(context, GATES, false);
        inputBias = context.inputBias(GATES);
        stateBias = context.stateBias(GATES, Parameter.Kind.OFFSET);
        int steps = context.steps();
        int batch = context.batch();
        h = new State(device, steps, batch, units);
        inputSums = new TimeSteps(device, steps, batch, GATES * units);
        stateSums = new TimeSteps(device, steps, batch, GATES * units);
        inputSumGradients = new TimeSteps(device, steps, batch, GATES * units);
        stateSumGradients = new TimeSteps(device, steps, batch, GATES * units);
        hiddenGradients = new TimeSteps(device, steps, batch, units);
        gradientBefore = device.allocate(batch * units);
        buffers = new GruBuffers[steps];
        gradients = new GruGradients[steps];
        plan(batch);
    }

    /** The number of values kept for each example. */
    static long valuesPerExample(int steps, int units) {
        long eachStep = (4L * GATES + 1) * units;
        return State.valuesPerExample(steps, units) + steps * eachStep + units;
    }

    @Override
    public void plan(int n) {
        h.plan(n);
        List.of(inputSums, stateSums, inputSumGradients, stateSumGradients, hiddenGradients)
                .forEach(numbers -> numbers.plan(n));
        product.plan(n);
        int columns = GATES * units;
        plan = new Plan(n, new Rows(n, units), new Rows(n, columns), new Rows(buffers.length * n, columns));
        for (int t = 0; t < buffers.length; t++) {
            buffers[t] = new GruBuffers(inputSums.at(t), stateSums.at(t), h.before(t), h.after(t));
            gradients[t] = new GruGradients(
                    hiddenGradients.at(t), inputSumGradients.at(t), stateSumGradients.at(t), gradientBefore);
        }
    }

    @Override
    public void begin(Pass pass) {
        h.begin(pass, plan.examples);
        addBias(plan.allGates, inputBias, inputSums.all());
    }

    @Override
    public void step(int t) {
        product.forward(t, h.before(t), stateSums.at(t));
        addBias(plan.gates, stateBias, stateSums.at(t));
        device.sequences().gru(plan.units, buffers[t]);
    }

    @Override
    public void end(Pass pass) {
        h.end(pass, plan.examples);
    }

    @Override
    public void backward(int t) {
        device.sequences().gruGradient(plan.units, buffers[t], gradients[t]);
        if (t > 0) {
            Buffer before = hiddenGradients.at(t - 1);
            device.elements().add(plan.units.elements(), gradientBefore, before);
            product.backward(t, stateSumGradients.at(t), before);
        }
    }

    @Override
    public void addParameterGradients() {
        product.addWeightGradient(h, stateSumGradients);
        device.linear()
                .addColumnSums(
                        plan.allGates,
                        inputSumGradients.all(),
                        inputBias.gradient().buffer());
        device.linear()
                .addColumnSums(
                        plan.allGates,
                        stateSumGradients.all(),
                        stateBias.gradient().buffer());
    }

    @Override
    public TimeSteps sums() {
        return inputSums;
    }

    @Override
    public TimeSteps sumGradients() {
        return inputSumGradients;
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
        return List.of(product.weight(), inputBias, stateBias);
    }

    @Override
    public List<Tensor> carried() {
        return List.of(h.carried());
    }

    private void addBias(Rows rows, Parameter bias, Buffer sums) {
        device.elements().biasActivation(Activation.LINEAR, rows, bias.value().buffer(), sums, sums);
    }

    /** A batch size's kernels, kept until a batch of another size comes. */
    private record Plan(int examples, Rows units, Rows gates, Rows allGates) {}
}
