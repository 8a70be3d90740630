package feedforward.wasm;

import static feedforward.wasm.WasmBuffer.at;

import feedforward.device.Buffer;
import feedforward.device.LossBuffers;
import feedforward.device.LossKernels;
import feedforward.device.Rows;

/** {@link LossKernels} of {@code softmax.ts}, which knows all losses but the first by a number. */
final class WasmLosses implements LossKernels {
    private static final int SQUARED_ERROR = 0;
    private static final int BINARY_CROSS_ENTROPY = 1;
    private static final int ABSOLUTE_ERROR = 2;
    private static final int HUBER = 3;

    @Override
    public void softmaxCrossEntropy(Rows rows, float scale, LossBuffers buffers) {
        Kernels.softmaxCrossEntropy(
                rows.rows(),
                rows.columns(),
                scale,
                at(buffers.output()),
                at(buffers.target()),
                at(buffers.loss()),
                at(buffers.gradient()));
    }

    @Override
    public void squaredError(Rows rows, float scale, LossBuffers buffers) {
        evaluate(SQUARED_ERROR, rows, scale, buffers);
    }

    @Override
    public void binaryCrossEntropy(Rows rows, float scale, LossBuffers buffers) {
        evaluate(BINARY_CROSS_ENTROPY, rows, scale, buffers);
    }

    @Override
    public void absoluteError(Rows rows, float scale, LossBuffers buffers) {
        evaluate(ABSOLUTE_ERROR, rows, scale, buffers);
    }

    @Override
    public void huber(Rows rows, float scale, LossBuffers buffers) {
        evaluate(HUBER, rows, scale, buffers);
    }

    @Override
    public void smooth(int n, float keep, float share, Buffer t) {
        Kernels.smooth(n, keep, share, at(t));
    }

    private static void evaluate(int kind, Rows rows, float scale, LossBuffers buffers) {
        Kernels.elementLoss(
                kind,
                rows.rows(),
                rows.columns(),
                scale,
                at(buffers.output()),
                at(buffers.target()),
                at(buffers.loss()),
                at(buffers.gradient()));
    }
}
