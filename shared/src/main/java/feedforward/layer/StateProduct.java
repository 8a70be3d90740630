package feedforward.layer;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.Gemm;
import feedforward.tensor.Parameter;

/**
 * What a cell's state adds to its sums, step by step: Z = h·U or, where the sum on h goes on from that on x, Z += h·U. Mutable.
 *
 * <p>Shapes: h [n, H], U [H, G], Z [n, G]. Backward: dH += dZ·Uᵀ; then, with the rows of all steps in the order of time and within
 * a step in that of the batch, dU += Hᵀ·dZ with h before each step.
 */
final class StateProduct {
    private final Device device;
    private final int steps;
    private final int units;
    private final int columns;
    private final boolean goesOn;
    private final Parameter weight;
    private Plan plan;

    /** @param goesOn whether Z has what comes of x already */
    StateProduct(CellContext context, int gates, boolean goesOn) {
        device = context.device();
        steps = context.steps();
        units = context.units();
        columns = gates * units;
        this.goesOn = goesOn;
        weight = context.stateWeight(gates);
        plan(context.batch());
    }

    void plan(int n) {
        Gemm forward = goesOn ? Gemm.of(n, columns, units).accumulating() : Gemm.of(n, columns, units);
        Gemm backward = Gemm.of(n, units, columns).transposingB().accumulating();
        plan = new Plan(
                forward,
                forward.again(),
                backward,
                backward.again(),
                Gemm.of(units, columns, steps * n).transposingA().accumulating());
    }

    /** Step t, from 0 on: no other product may come between the steps. */
    void forward(int t, Buffer h, Buffer sums) {
        device.linear()
                .gemm(
                        t == 0 ? plan.forward : plan.forwardAgain,
                        h,
                        weight.value().buffer(),
                        sums);
    }

    /** Adds dZ·Uᵀ of step t to dH, from the last step on: no other product may come between the steps. */
    void backward(int t, Buffer sumGradients, Buffer dH) {
        Gemm gemm = t == steps - 1 ? plan.backward : plan.backwardAgain;
        device.linear().gemm(gemm, sumGradients, weight.value().buffer(), dH);
    }

    /** Adds dU of all steps. */
    void addWeightGradient(State h, TimeSteps sumGradients) {
        device.linear()
                .gemm(
                        plan.weightGradient,
                        h.befores(),
                        sumGradients.all(),
                        weight.gradient().buffer());
    }

    Parameter weight() {
        return weight;
    }

    /** A batch size's kernels, kept until a batch of another size comes. */
    private record Plan(Gemm forward, Gemm forwardAgain, Gemm backward, Gemm backwardAgain, Gemm weightGradient) {}
}
