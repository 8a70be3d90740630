package feedforward.layer;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.LstmBuffers;
import feedforward.device.LstmGradients;
import feedforward.device.Rows;
import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997; with a forget gate, Gers et al. 2000). At each step, with * element by
 * element, i, f, g, o = σ, σ, tanh, σ of (x·W + h·U) + (b + b′); c = f*c + i*g; h = o*tanh c. The sum on h goes on from that on x.
 *
 * <p>Shapes: W [F, 4H], U [H, 4H], b and b′ [4H], gates in the order i, f, g, o, as in PyTorch. b′ is not learnt: files have it,
 * and beside b it would learn the same. Backward, from the last step to the first: dH = dY + dZ·Uᵀ with dZ of the step after;
 * dZ and dC as in {@link feedforward.device.SequenceKernels#lstmGradient}; then, adding rows in the order of time and within a
 * step in that of the batch, dU += Hᵀ·dZ with h before each step, db += Σ dZ.
 *
 * <p>Initial weights: W and U uniform in ±√(6 / (in + 4H)) (Glorot and Bengio 2010), b zero but 1 for f, so that the cell remembers
 * at first (Jozefowicz et al. 2015).
 */
final class Lstm implements Cell {
    static final int GATES = 4;

    private final Device device;
    private final int units;
    private final StateProduct product;
    private final Parameter bias;
    private final Parameter fileBias;
    private final Buffer biasSum;

    private final State h;
    private final State c;
    private final TimeSteps gates;
    private final TimeSteps tanhC;
    private final TimeSteps gateGradients;
    private final TimeSteps hiddenGradients;
    private final Buffer cellGradient;
    private final LstmBuffers[] buffers;
    private final LstmGradients[] gradients;
    private Plan plan;

    Lstm(CellContext context) {
        device = context.device();
        units = context.units();
        product = new StateProduct(context, GATES, true);
        bias = context.inputBias(GATES);
        bias.value().set(initialBias(units));
        fileBias = context.stateBias(GATES, Parameter.Kind.STATISTIC);
        biasSum = device.allocate(GATES * units);
        int steps = context.steps();
        int batch = context.batch();
        h = new State(device, steps, batch, units);
        c = new State(device, steps, batch, units);
        gates = new TimeSteps(device, steps, batch, GATES * units);
        tanhC = new TimeSteps(device, steps, batch, units);
        gateGradients = new TimeSteps(device, steps, batch, GATES * units);
        hiddenGradients = new TimeSteps(device, steps, batch, units);
        cellGradient = device.allocate(batch * units);
        buffers = new LstmBuffers[steps];
        gradients = new LstmGradients[steps];
        plan(batch);
    }

    /** The number of values kept for each example. */
    static long valuesPerExample(int steps, int units) {
        long eachStep = (2L * GATES + 2) * units;
        return 2 * State.valuesPerExample(steps, units) + steps * eachStep + units;
    }

    @Override
    public void plan(int n) {
        List.of(h, c).forEach(state -> state.plan(n));
        List.of(gates, tanhC, gateGradients, hiddenGradients).forEach(numbers -> numbers.plan(n));
        product.plan(n);
        plan = new Plan(n, new Rows(n, units), new Rows(buffers.length * n, GATES * units));
        for (int t = 0; t < buffers.length; t++) {
            buffers[t] = new LstmBuffers(gates.at(t), c.before(t), c.after(t), tanhC.at(t), h.after(t));
            gradients[t] = new LstmGradients(hiddenGradients.at(t), cellGradient, gateGradients.at(t));
        }
    }

    @Override
    public void begin(Pass pass) {
        h.begin(pass, plan.examples);
        c.begin(pass, plan.examples);
        device.elements().scale(GATES * units, 1, bias.value().buffer(), biasSum);
        device.elements().add(GATES * units, fileBias.value().buffer(), biasSum);
    }

    @Override
    public void step(int t) {
        product.forward(t, h.before(t), gates.at(t));
        device.sequences().lstm(plan.units, biasSum, buffers[t]);
    }

    @Override
    public void end(Pass pass) {
        h.end(pass, plan.examples);
        c.end(pass, plan.examples);
    }

    @Override
    public void beginBackward() {
        device.elements().fill(plan.units.elements(), 0, cellGradient);
    }

    @Override
    public void backward(int t) {
        device.sequences().lstmGradient(plan.units, buffers[t], gradients[t]);
        if (t > 0) {
            product.backward(t, gateGradients.at(t), hiddenGradients.at(t - 1));
        }
    }

    @Override
    public void addParameterGradients() {
        product.addWeightGradient(h, gateGradients);
        device.linear()
                .addColumnSums(plan.gates, gateGradients.all(), bias.gradient().buffer());
    }

    @Override
    public TimeSteps sums() {
        return gates;
    }

    @Override
    public TimeSteps sumGradients() {
        return gateGradients;
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
        return List.of(h.carried(), c.carried());
    }

    private static float[] initialBias(int units) {
        float[] values = new float[GATES * units];
        Arrays.fill(values, units, 2 * units, 1f);
        return values;
    }

    /** A batch size's kernels, kept until a batch of another size comes. */
    private record Plan(int examples, Rows units, Rows gates) {}
}
