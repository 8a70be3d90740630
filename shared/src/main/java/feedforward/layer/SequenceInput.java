package feedforward.layer;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.Gemm;
import feedforward.device.Rows;
import feedforward.device.Transpose;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/**
 * What a recurrent layer's input adds to its gates, for all time steps at once: Z = X·W, or for ids the rows W[id], which is what
 * one-hot X would give. Mutable.
 *
 * <p>Shapes: X [N, T, F] or ids [N, T], W [F, G], Z [T, N, G]. Backward, with the rows of all steps in the order of time and
 * within a step in that of the batch: dW += Xᵀ·dZ, or dW[id] += dZ row by row; dX = dZ·Wᵀ.
 */
final class SequenceInput {
    private final Device device;
    private final boolean ids;
    private final int steps;
    private final int features;
    private final int columns;
    private final Parameter weight;
    private final Buffer inTime;
    private final Buffer gradientsInTime;
    private final Tensor gradients;
    private Plan plan;

    SequenceInput(RecurrentSpec spec, LayerContext context) {
        device = context.device();
        ids = spec.vocabulary() > 0;
        steps = context.input().size(0);
        features = spec.features(context.input());
        columns = spec.gates() * spec.units();
        weight = Parameter.matrix(device, context.name() + ".weight_ih_l0", Shape.of(features, columns));
        weight.value().set(Glorot.values(context.rng(), 0, features, columns));
        Shape batch = context.input().withBatch(context.batch());
        inTime = device.allocate(batch.elements());
        gradients = Tensor.zeros(device, ids ? Shape.of(context.batch(), 0) : batch);
        gradientsInTime = device.allocate(gradients.shape().elements());
        plan(context.batch());
    }

    /** The number of values kept for each example, an input of this shape. */
    static long valuesPerExample(RecurrentSpec spec, Shape input) {
        return (spec.vocabulary() > 0 ? 1L : 3L) * input.elements();
    }

    void plan(int n) {
        int rows = steps * n;
        Transpose toTime = new Transpose(1, n, steps, ids ? 1 : features);
        plan = new Plan(
                n,
                toTime,
                toTime.inverse(),
                new Rows(rows, columns),
                Gemm.of(rows, columns, features),
                Gemm.of(features, columns, rows).transposingA().accumulating(),
                Gemm.of(rows, features, columns).transposingB());
    }

    void forward(Tensor x, Buffer sums) {
        device.linear().transpose(plan.toTime, x.buffer(), inTime);
        if (ids) {
            device.sequences().gather(plan.rows, inTime, weight.value().buffer(), sums);
        } else {
            device.linear().gemm(plan.forward, inTime, weight.value().buffer(), sums);
        }
    }

    void addWeightGradient(Buffer sumGradients) {
        if (ids) {
            device.sequences()
                    .gatherGradient(
                            plan.rows, inTime, sumGradients, weight.gradient().buffer());
        } else {
            device.linear()
                    .gemm(
                            plan.weightGradient,
                            inTime,
                            sumGradients,
                            weight.gradient().buffer());
        }
    }

    /** dX; of ids there is none, and the tensor holds nothing. */
    Tensor gradients(Buffer sumGradients) {
        Tensor dX = gradients.rows(plan.examples);
        if (!ids) {
            device.linear()
                    .gemm(plan.inputGradient, sumGradients, weight.value().buffer(), gradientsInTime);
            device.linear().transpose(plan.fromTime, gradientsInTime, dX.buffer());
        }
        return dX;
    }

    Parameter weight() {
        return weight;
    }

    /** A batch size's kernels, kept until a batch of another size comes. */
    private record Plan(
            int examples,
            Transpose toTime,
            Transpose fromTime,
            Rows rows,
            Gemm forward,
            Gemm weightGradient,
            Gemm inputGradient) {}
}
