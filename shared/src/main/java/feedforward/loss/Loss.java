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
 * <p>Shapes: output Y (or logits Z) and target T [N, outputs]. The mean adds the N losses in double, ascending, and divides
 * by N; the gradient carries the factor 1/N as a float32 product.
 */
public final class Loss {
    private final Device device;
    private final LossKind kind;
    private final Tensor losses;
    private final Tensor gradients;
    private final float[] lossPerExample;
    private Rows rows;
    private LossBuffers buffers;

    /** A loss for batches of at most {@code batch} examples with {@code outputs} values each. */
    public Loss(LossKind kind, Device device, int batch, int outputs) {
        this.kind = kind;
        this.device = device;
        losses = Tensor.zeros(device, Shape.of(batch));
        gradients = Tensor.zeros(device, Shape.of(batch, outputs));
        lossPerExample = new float[batch];
        rows = new Rows(batch, outputs);
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
        losses.buffer().read(0, lossPerExample, 0, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += lossPerExample[i];
        }
        return sum / n;
    }

    /** ∂loss/∂output of the last batch. */
    public Tensor gradient() {
        return gradients.rows(rows.rows());
    }

    private void requireFit(Shape output) {
        Shape largest = gradients.shape();
        boolean fits = output.rank() == 2
                && output.size(1) == largest.size(1)
                && output.size(0) >= 1
                && output.size(0) <= largest.size(0);
        if (!fits) {
            throw new ShapeException("Loss output: expected shape [N, " + largest.size(1) + "] with N from 1 to "
                    + largest.size(0) + " but was " + output);
        }
    }

    private void plan(int n, Buffer output, Buffer target) {
        if (rows.rows() != n) {
            rows = new Rows(n, rows.columns());
        }
        if (buffers.output() != output || buffers.target() != target) {
            buffers = new LossBuffers(output, target, losses.buffer(), gradients.buffer());
        }
    }
}
