package feedforward.vector;

import feedforward.device.Buffer;
import feedforward.device.HeapBuffer;
import feedforward.device.LossBuffers;
import feedforward.device.LossKernels;
import feedforward.device.Rows;

/** {@link LossKernels}, of which softmax and cross-entropy runs as vectors; the others are never a step's larger part.
 * Mutable: keeps the call at hand. */
final class VectorLosses implements LossKernels {
    private static final long EXPENSIVE = 12;

    private final Team team;
    private final LossKernels reference;
    private final Team.Range softmaxCrossEntropy = this::softmaxCrossEntropy;

    private LossBuffers buffers;
    private float scale;
    private int columns;

    VectorLosses(Team team, LossKernels reference) {
        this.team = team;
        this.reference = reference;
    }

    @Override
    public void softmaxCrossEntropy(Rows rows, float scale, LossBuffers buffers) {
        this.scale = scale;
        this.buffers = buffers;
        columns = rows.columns();
        team.each(rows.rows(), EXPENSIVE * rows.elements(), softmaxCrossEntropy);
    }

    @Override
    public void squaredError(Rows rows, float scale, LossBuffers buffers) {
        reference.squaredError(rows, scale, buffers);
    }

    @Override
    public void binaryCrossEntropy(Rows rows, float scale, LossBuffers buffers) {
        reference.binaryCrossEntropy(rows, scale, buffers);
    }

    @Override
    public void absoluteError(Rows rows, float scale, LossBuffers buffers) {
        reference.absoluteError(rows, scale, buffers);
    }

    @Override
    public void huber(Rows rows, float scale, LossBuffers buffers) {
        reference.huber(rows, scale, buffers);
    }

    @Override
    public void smooth(int n, float keep, float share, Buffer t) {
        reference.smooth(n, keep, share, t);
    }

    private void softmaxCrossEntropy(int first, int last, float[] scratch) {
        HeapBuffer z = HeapBuffer.of(buffers.output());
        HeapBuffer t = HeapBuffer.of(buffers.target());
        HeapBuffer loss = HeapBuffer.of(buffers.loss());
        HeapBuffer gradient = HeapBuffer.of(buffers.gradient());
        int start = first * columns;
        SoftmaxLoops.crossEntropy(
                last - first,
                columns,
                scale,
                z.array(),
                z.offset() + start,
                t.array(),
                t.offset() + start,
                loss.array(),
                loss.offset() + first,
                gradient.array(),
                gradient.offset() + start,
                scratch);
    }
}
