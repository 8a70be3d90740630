package feedforward.device;

import org.junit.jupiter.api.Test;

/** {@link LossKernels}, bit for bit. */
abstract class LossContract extends KernelContract {

    LossContract(Device device) {
        super(device);
    }

    @Test
    void softmaxCrossEntropyGivesLossAndGradientOfEachRow() {
        for (int columns : WIDTHS) {
            for (int rows : new int[] {0, 1, 2, 5, 33}) {
                Rows size = new Rows(rows, columns);
                int n = size.elements();
                checkCrossEntropy(size, 1f / Math.max(rows, 1), ordinary(n), oneHot(rows, columns));
                checkCrossEntropy(size, 1f / 3, ordinary(n), probabilities(rows, columns));
                checkCrossEntropy(size, 0.01f, extreme(n), oneHot(rows, columns));
                checkCrossEntropy(size, 0.01f, extreme(n), probabilities(rows, columns));
                checkCrossEntropy(size, 1f, special(n), oneHot(rows, columns));
                checkCrossEntropy(size, 1f, ordinary(n), filled(n, -0f));
            }
        }
    }

    @Test
    void crossEntropyOfAnImpossibleClassIgnoresItWhereTheTargetIsZero() {
        // p[1] = 0 and t[1] = 0: the term is left out, where 0·∞ would make the loss NaN.
        Buffer loss = buffer(new float[1]);
        Buffer gradient = buffer(new float[2]);
        device.losses()
                .softmaxCrossEntropy(
                        new Rows(1, 2),
                        1f,
                        new LossBuffers(buffer(0f, Float.NEGATIVE_INFINITY), buffer(1f, 0f), loss, gradient));
        assertHolds("loss", new float[] {0f}, loss);
        assertHolds("gradient", new float[] {0f, 0f}, gradient);
    }

    @Test
    void squaredErrorGivesLossAndGradientOfEachRow() {
        for (int columns : WIDTHS) {
            for (int rows : new int[] {0, 1, 3, 40}) {
                Rows size = new Rows(rows, columns);
                int n = size.elements();
                checkSquaredError(size, 1f / 3, ordinary(n), ordinary(n));
                checkSquaredError(size, 1f, special(n), special(n));
                checkSquaredError(size, 0.1f, tiny(n), tiny(n));
            }
        }
    }

    @Test
    void binaryCrossEntropyGivesLossAndGradientOfEachRow() {
        forAllRows((rows, output, target) -> checkElements(
                "binary cross-entropy",
                rows,
                output,
                target,
                (z, t) -> {
                    float product = z * t;
                    float straight = Math.max(z, 0f) - product;
                    float exponential = ExactMath.exp(-Math.abs(z));
                    float sum = 1f + exponential;
                    return straight + ExactMath.log(sum);
                },
                (z, t) -> ExactMath.sigmoid(z) - t,
                (scale, buffers) -> device.losses().binaryCrossEntropy(rows, scale, buffers)));
    }

    @Test
    void absoluteErrorGivesLossAndGradientOfEachRow() {
        forAllRows((rows, output, target) -> checkElements(
                "absolute error",
                rows,
                output,
                target,
                (y, t) -> Math.abs(y - t),
                (y, t) -> y - t > 0 ? 1f : y - t < 0 ? -1f : 0f,
                (scale, buffers) -> device.losses().absoluteError(rows, scale, buffers)));
    }

    @Test
    void huberGivesLossAndGradientOfEachRow() {
        forAllRows((rows, output, target) -> checkElements(
                "huber",
                rows,
                output,
                target,
                (y, t) -> {
                    float d = y - t;
                    float square = d * d;
                    return d >= -1f && d <= 1f ? square * 0.5f : Math.abs(d) - 0.5f;
                },
                (y, t) -> {
                    float d = y - t;
                    return d > 1f ? 1f : d < -1f ? -1f : d;
                },
                (scale, buffers) -> device.losses().huber(rows, scale, buffers)));
    }

    @Test
    void smoothMultipliesAndAdds() {
        for (int n : SIZES) {
            for (float[] t : new float[][] {ordinary(n), special(n), tiny(n), oneHot(n, 1)}) {
                float[] expected = new float[n];
                for (int i = 0; i < n; i++) {
                    float kept = t[i] * 0.95f;
                    expected[i] = kept + 0.005f;
                }
                Buffer buffer = buffer(t);
                device.losses().smooth(n, 0.95f, 0.005f, buffer);
                assertHolds("smooth of " + n, expected, buffer);
            }
        }
    }

    private void forAllRows(RowsCheck check) {
        for (int columns : WIDTHS) {
            for (int rows : new int[] {0, 1, 3, 40}) {
                Rows size = new Rows(rows, columns);
                int n = size.elements();
                check.of(size, ordinary(n), ordinary(n));
                check.of(size, special(n), special(n));
                check.of(size, tiny(n), tiny(n));
                check.of(size, extreme(n), probabilities(rows, columns));
            }
        }
    }

    private void checkElements(
            String what, Rows rows, float[] y, float[] t, OfPair ofLoss, OfPair ofSlope, ScaledLossKernel kernel) {
        for (float scale : new float[] {1f, 1f / 3}) {
            float[] loss = new float[rows.rows()];
            float[] gradient = new float[y.length];
            for (int i = 0; i < y.length; i++) {
                int row = i / rows.columns();
                float term = ofLoss.at(y[i], t[i]);
                loss[row] = loss[row] + term;
                float slope = ofSlope.at(y[i], t[i]);
                gradient[i] = slope * scale;
            }
            checkLoss(what + " of " + rows, rows, y, t, loss, gradient, buffers -> kernel.run(scale, buffers));
        }
    }

    private void checkCrossEntropy(Rows rows, float scale, float[] z, float[] t) {
        int columns = rows.columns();
        float[] loss = new float[rows.rows()];
        float[] gradient = new float[z.length];
        for (int r = 0; r < rows.rows(); r++) {
            int start = r * columns;
            float[] row = SoftmaxByDefinition.exponentials(z, start, columns);
            float logSum = ExactMath.log(row[1]);
            for (int c = 0; c < columns; c++) {
                float shifted = z[start + c] - row[0];
                float surprise = logSum - shifted;
                float term = t[start + c] * surprise;
                loss[r] = t[start + c] == 0 ? loss[r] : loss[r] + term;
                float p = row[2 + c] / row[1];
                float difference = p - t[start + c];
                gradient[start + c] = difference * scale;
            }
        }
        checkLoss("cross-entropy of " + rows, rows, z, t, loss, gradient, buffers -> {
            device.losses().softmaxCrossEntropy(rows, scale, buffers);
        });
    }

    private void checkSquaredError(Rows rows, float scale, float[] y, float[] t) {
        float[] loss = new float[rows.rows()];
        float[] gradient = new float[y.length];
        for (int r = 0; r < rows.rows(); r++) {
            float sum = 0;
            for (int c = r * rows.columns(); c < (r + 1) * rows.columns(); c++) {
                float difference = y[c] - t[c];
                float square = difference * difference;
                sum = sum + square;
                gradient[c] = difference * scale;
            }
            loss[r] = sum * 0.5f;
        }
        checkLoss("squared error of " + rows, rows, y, t, loss, gradient, buffers -> {
            device.losses().squaredError(rows, scale, buffers);
        });
    }

    private void checkLoss(
            String what,
            Rows rows,
            float[] output,
            float[] target,
            float[] expectedLoss,
            float[] expectedGradient,
            LossKernel kernel) {
        LossBuffers buffers = new LossBuffers(
                buffer(output), buffer(target), buffer(special(rows.rows())), buffer(special(rows.elements())));
        kernel.run(buffers);
        assertHolds(what + " loss", expectedLoss, buffers.loss());
        assertHolds(what + " gradient", expectedGradient, buffers.gradient());
        assertHolds(what + " output", output, buffers.output());
        assertHolds(what + " target", target, buffers.target());
    }

    private interface LossKernel {
        void run(LossBuffers buffers);
    }

    private interface ScaledLossKernel {
        void run(float scale, LossBuffers buffers);
    }

    private interface RowsCheck {
        void of(Rows rows, float[] output, float[] target);
    }

    /** A function of an output and its target. */
    private interface OfPair {
        float at(float output, float target);
    }
}
