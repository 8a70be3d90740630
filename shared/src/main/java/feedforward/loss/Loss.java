package feedforward.loss;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.LossBuffers;
import feedforward.device.Rows;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;

/**
 * The mean over a batch of a {@link LossKind}, and its gradient. Mutable: owns the gradient of the last batch.
 *
 * <p>Shapes: output Y (or logits Z) and target T [N, outputs], or [N, T, outputs] of sequences, whose every step counts like an
 * example. The mean adds the losses of all R = N or N·T rows in double, ascending, and divides by R; the gradient carries the
 * factor 1/R as a float32 product.
 */
public final class Loss {
    private final Device device;
    private final LossKind kind;
    private final Shape one;
    private final Tensor losses;
    private final Tensor gradients;
    private final float[] lossPerRow;
    private int examples;
    private Rows rows;
    private LossBuffers buffers;

    /** A loss for batches of at most {@code batch} examples with {@code outputs} values each. */
    public Loss(LossKind kind, Device device, int batch, int outputs) {
        this(kind, device, batch, Shape.of(outputs));
    }

    /** A loss for batches of at most {@code batch} examples with outputs of this shape. */
    public Loss(LossKind kind, Device device, int batch, Shape output) {
        this.kind = kind;
        this.device = device;
        one = output;
        examples = batch;
        gradients = Tensor.zeros(device, output.withBatch(batch));
        int outputs = output.size(output.rank() - 1);
        rows = new Rows(gradients.shape().elements() / outputs, outputs);
        losses = Tensor.zeros(device, Shape.of(rows.rows()));
        lossPerRow = new float[rows.rows()];
        buffers = new LossBuffers(gradients.buffer(), gradients.buffer(), losses.buffer(), gradients.buffer());
    }

    /**
     * The mean loss of a batch; {@link #gradient} then holds ∂loss/∂output.
     *
     * @throws ShapeException if output and target differ in shape, or the loss was built for others
     */
    public double evaluate(Tensor output, Tensor target) {
        requireFit(output.shape());
        if (!output.shape().equals(target.shape())) {
            throw new ShapeException("Loss target: expected shape " + output.shape()
                    + ", as the network's output has, but was " + target.shape());
        }
        plan(output.shape().size(0), output.buffer(), target.buffer());
        int n = rows.rows();
        kind.compute(device, rows, 1f / n, buffers);
        losses.buffer().read(0, lossPerRow, 0, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += lossPerRow[i];
        }
        return sum / n;
    }

    /** ∂loss/∂output of the last batch. */
    public Tensor gradient() {
        return gradients.rows(examples);
    }

    private void requireFit(Shape output) {
        int most = gradients.shape().size(0);
        if (!output.isBatchOf(one) || output.size(0) < 1 || output.size(0) > most) {
            throw new ShapeException("Loss output: expected shape " + one.describeBatch() + " with N from 1 to " + most
                    + " but was " + output);
        }
    }

    private void plan(int n, Buffer output, Buffer target) {
        if (examples != n) {
            examples = n;
            rows = new Rows(n * (one.elements() / rows.columns()), rows.columns());
        }
        if (buffers.output() != output || buffers.target() != target) {
            buffers = new LossBuffers(output, target, losses.buffer(), gradients.buffer());
        }
    }
}
