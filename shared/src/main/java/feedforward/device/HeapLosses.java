package feedforward.device;

/** {@link LossKernels} in plain loops, each row through a function of one output and its target. */
final class HeapLosses implements LossKernels {

    @Override
    public void softmaxCrossEntropy(Rows rows, float scale, LossBuffers buffers) {
        float[] z = HeapBuffer.of(buffers.output()).array();
        float[] t = HeapBuffer.of(buffers.target()).array();
        float[] gradient = HeapBuffer.of(buffers.gradient()).array();
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int from = HeapBuffer.of(buffers.output()).offset() + r * columns;
            int target = HeapBuffer.of(buffers.target()).offset() + r * columns;
            int to = HeapBuffer.of(buffers.gradient()).offset() + r * columns;
            float max = HeapSoftmax.largest(z, from, columns);
            float sum = HeapSoftmax.exponentials(z, from, gradient, to, columns);
            float logSum = ExactMath.log(sum);
            float total = 0;
            for (int c = 0; c < columns; c++) {
                if (t[target + c] != 0) {
                    total = total + t[target + c] * (logSum - (z[from + c] - max));
                }
                gradient[to + c] = (gradient[to + c] / sum - t[target + c]) * scale;
            }
            setLoss(buffers, r, total);
        }
    }

    @Override
    public void squaredError(Rows rows, float scale, LossBuffers buffers) {
        eachElement(rows, scale, buffers, (y, t) -> (y - t) * (y - t), (y, t) -> y - t);
        HeapBuffer loss = HeapBuffer.of(buffers.loss());
        for (int r = 0; r < rows.rows(); r++) {
            loss.array()[loss.offset() + r] = loss.array()[loss.offset() + r] * 0.5f;
        }
    }

    @Override
    public void binaryCrossEntropy(Rows rows, float scale, LossBuffers buffers) {
        eachElement(
                rows,
                scale,
                buffers,
                (z, t) -> (Math.max(z, 0f) - z * t) + ExactMath.log(1f + ExactMath.exp(-Math.abs(z))),
                (z, t) -> ExactMath.sigmoid(z) - t);
    }

    @Override
    public void absoluteError(Rows rows, float scale, LossBuffers buffers) {
        eachElement(rows, scale, buffers, (y, t) -> Math.abs(y - t), (y, t) -> HeapUpdates.sign(y - t));
    }

    @Override
    public void huber(Rows rows, float scale, LossBuffers buffers) {
        eachElement(rows, scale, buffers, HeapLosses::huber, (y, t) -> Math.max(-1f, Math.min(1f, y - t)));
    }

    @Override
    public void smooth(int n, float keep, float share, Buffer t) {
        HeapBuffer target = HeapBuffer.of(t);
        for (int i = target.offset(); i < target.offset() + n; i++) {
            target.array()[i] = target.array()[i] * keep + share;
        }
    }

    private static float huber(float y, float t) {
        float d = y - t;
        float size = Math.abs(d);
        return size <= 1 ? (d * d) * 0.5f : size - 0.5f;
    }

    private static void eachElement(Rows rows, float scale, LossBuffers buffers, OfPair loss, OfPair slope) {
        float[] y = HeapBuffer.of(buffers.output()).array();
        float[] t = HeapBuffer.of(buffers.target()).array();
        float[] gradient = HeapBuffer.of(buffers.gradient()).array();
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int from = HeapBuffer.of(buffers.output()).offset() + r * columns;
            int target = HeapBuffer.of(buffers.target()).offset() + r * columns;
            int to = HeapBuffer.of(buffers.gradient()).offset() + r * columns;
            float total = 0;
            for (int c = 0; c < columns; c++) {
                float output = y[from + c];
                total = total + loss.at(output, t[target + c]);
                gradient[to + c] = slope.at(output, t[target + c]) * scale;
            }
            setLoss(buffers, r, total);
        }
    }

    private static void setLoss(LossBuffers buffers, int row, float value) {
        HeapBuffer loss = HeapBuffer.of(buffers.loss());
        loss.array()[loss.offset() + row] = value;
    }

    /** A function of an output and its target. */
    private interface OfPair {
        float at(float output, float target);
    }
}
