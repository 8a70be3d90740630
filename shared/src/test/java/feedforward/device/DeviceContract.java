package feedforward.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every device must do: each kernel against a naive reading of its definition in {@link Device}, bit for bit, over
 * sizes that fit no vector and no tile. Every buffer is longer than the kernel needs, and the rest must stay as it was.
 */
public abstract class DeviceContract {
    private static final int[] SIZES = {0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 100};
    private static final int[] WIDTHS = {1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 100, 784};
    private static final int TAIL = 5;
    private static final float UNTOUCHED = -12345.678f;
    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        1.17549421e-38f,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        1e-30f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        16777217f,
        0.1f
    };

    private final Device device = device();
    private final Random random = new Random(42);

    protected abstract Device device();

    @Test
    void aNewBufferHoldsZeros() {
        for (int n : SIZES) {
            Buffer buffer = device.allocate(n);
            assertThat(buffer.length()).isEqualTo(n);
            float[] values = new float[n];
            Arrays.fill(values, 1f);
            buffer.read(0, values, 0, n);
            assertThat(values).containsOnly(new float[n]);
        }
    }

    @Test
    void writeAndReadMoveExactlyTheRangeTheyAreGiven() {
        Buffer buffer = device.allocate(6);
        buffer.write(2, new float[] {9, 1, -0f, Float.MIN_VALUE, 9}, 1, 3);
        float[] read = {7, 7, 7, 7, 7, 7};
        buffer.read(1, read, 2, 3);
        assertSameBits("range", new float[] {7, 7, 0, 1, -0f, 7}, read);
    }

    @Test
    void fillSetsTheFirstValues() {
        for (int n : SIZES) {
            for (float value : SPECIAL) {
                Buffer x = buffer(ordinary(n));
                device.elements().fill(n, value, x);
                float[] expected = new float[n];
                Arrays.fill(expected, value);
                assertHolds("fill " + n + " of " + value, expected, x);
            }
        }
    }

    @Test
    void gemmAddsProductsInOrder() {
        for (int m : SIZES) {
            for (int n : SIZES) {
                for (int k : SIZES) {
                    checkGemmInAllLayouts(m, n, k, this::ordinary);
                }
            }
        }
    }

    @Test
    void gemmAddsProductsInOrderOverMnistSizes() {
        checkGemmInAllLayouts(5, 10, 784, this::ordinary);
        checkGemmInAllLayouts(784, 10, 33, this::ordinary);
        checkGemmInAllLayouts(17, 784, 10, this::ordinary);
        checkGemmInAllLayouts(64, 128, 784, this::ordinary);
    }

    @Test
    void gemmKeepsNanInfinitySubnormalsAndTheSignOfZero() {
        for (int m : new int[] {1, 5, 9}) {
            for (int n : new int[] {1, 4, 7, 17, 33}) {
                for (int k : new int[] {0, 1, 2, 3, 4, 5, 8}) {
                    checkGemmInAllLayouts(m, n, k, this::special);
                    checkGemmInAllLayouts(m, n, k, this::tiny);
                }
            }
        }
    }

    @Test
    void gemmTakesProductsOfChangingSizesInAnyOrder() {
        for (int i = 0; i < 200; i++) {
            checkGemm(
                    new Gemm(
                            random.nextInt(20),
                            random.nextInt(20),
                            random.nextInt(20),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            random.nextBoolean()),
                    this::ordinary);
        }
    }

    @Test
    void biasActivationAddsTheBiasOfTheColumnThenAppliesTheFunction() {
        for (Activation f : Activation.values()) {
            for (int columns : WIDTHS) {
                checkBiasActivation(f, new Rows(3, columns), ordinary(3 * columns), ordinary(columns));
                checkBiasActivation(f, new Rows(3, columns), special(3 * columns), special(columns));
                checkBiasActivation(f, new Rows(3, columns), special(3 * columns), filled(columns, -0f));
                checkBiasActivation(f, new Rows(0, columns), new float[0], special(columns));
            }
        }
    }

    @Test
    void activationGradientMultipliesByTheDerivativeAtTheOutput() {
        for (Activation f : Activation.values()) {
            for (int n : SIZES) {
                checkActivationGradient(f, ordinary(n), ordinary(n));
                checkActivationGradient(f, special(n), special(n));
                checkActivationGradient(f, special(n), ordinary(n));
            }
        }
    }

    @Test
    void addColumnSumsAddsRowsDownwardsToWhatIsThere() {
        for (int rows : SIZES) {
            for (int columns : WIDTHS) {
                checkAddColumnSums(new Rows(rows, columns), ordinary(rows * columns), ordinary(columns));
                checkAddColumnSums(new Rows(rows, columns), special(rows * columns), special(columns));
            }
        }
    }

    @Test
    void softmaxDividesExponentialsByTheirAscendingSum() {
        for (int columns : WIDTHS) {
            checkSoftmax(new Rows(3, columns), ordinary(3 * columns));
            checkSoftmax(new Rows(3, columns), extreme(3 * columns));
            checkSoftmax(new Rows(3, columns), special(3 * columns));
            checkSoftmax(new Rows(2, columns), filled(2 * columns, Float.NEGATIVE_INFINITY));
            checkSoftmax(new Rows(0, columns), new float[0]);
        }
    }

    @Test
    void softmaxGradientSubtractsTheAscendingDotProduct() {
        for (int columns : WIDTHS) {
            checkSoftmaxGradient(new Rows(3, columns), probabilities(3, columns), ordinary(3 * columns));
            checkSoftmaxGradient(new Rows(3, columns), probabilities(3, columns), special(3 * columns));
            checkSoftmaxGradient(new Rows(3, columns), ordinary(3 * columns), ordinary(3 * columns));
        }
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
    void sgdSubtractsTheRoundedProduct() {
        for (int n : SIZES) {
            for (float rate : new float[] {0.9f, 1e-30f, 0.1f, 10f}) {
                checkSgd(rate, ordinary(n), ordinary(n));
                checkSgd(rate, special(n), special(n));
                checkSgd(rate, tiny(n), tiny(n));
            }
        }
    }

    private void checkGemmInAllLayouts(int m, int n, int k, Values values) {
        for (int layout = 0; layout < 8; layout++) {
            checkGemm(new Gemm(m, n, k, (layout & 1) != 0, (layout & 2) != 0, (layout & 4) != 0), values);
        }
    }

    private void checkGemm(Gemm gemm, Values values) {
        float[] a = values.make(gemm.m() * gemm.k());
        float[] b = values.make(gemm.k() * gemm.n());
        float[] c = values.make(gemm.m() * gemm.n());
        Buffer bufferA = buffer(a);
        Buffer bufferB = buffer(b);
        Buffer bufferC = buffer(c);
        device.linear().gemm(gemm, bufferA, bufferB, bufferC);
        assertHolds(gemm + " c", gemmByDefinition(gemm, a, b, c), bufferC);
        assertHolds(gemm + " a", a, bufferA);
        assertHolds(gemm + " b", b, bufferB);
    }

    private static float[] gemmByDefinition(Gemm gemm, float[] a, float[] b, float[] old) {
        int m = gemm.m();
        int n = gemm.n();
        int k = gemm.k();
        float[] c = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = gemm.accumulate() ? old[i * n + j] : 0f;
                for (int p = 0; p < k; p++) {
                    float left = gemm.transposeA() ? a[p * m + i] : a[i * k + p];
                    float right = gemm.transposeB() ? b[j * k + p] : b[p * n + j];
                    float product = left * right;
                    sum = sum + product;
                }
                c[i * n + j] = sum;
            }
        }
        return c;
    }

    private void checkBiasActivation(Activation f, Rows rows, float[] y, float[] bias) {
        float[] expected = new float[y.length];
        for (int i = 0; i < y.length; i++) {
            expected[i] = value(f, y[i] + bias[i % rows.columns()]);
        }
        Buffer bufferY = buffer(y);
        Buffer bufferBias = buffer(bias);
        device.elements().biasActivation(f, rows, bufferBias, bufferY, bufferY);
        assertHolds(f + " " + rows, expected, bufferY);
        assertHolds(f + " " + rows + " bias", bias, bufferBias);
    }

    private static float value(Activation f, float z) {
        return switch (f) {
            case LINEAR -> z;
            case SIGMOID -> ExactMath.sigmoid(z);
            case TANH -> ExactMath.tanh(z);
            case RELU -> z > 0 || Float.isNaN(z) ? z : 0f;
            case LEAKY_RELU, SOFTPLUS, GELU -> f.apply(z);
        };
    }

    private static float gradient(Activation f, float y, float dY) {
        return switch (f) {
            case LINEAR -> dY;
            case SIGMOID -> {
                float rest = 1 - y;
                float slope = y * rest;
                yield dY * slope;
            }
            case TANH -> {
                float square = y * y;
                float slope = 1 - square;
                yield dY * slope;
            }
            case RELU -> y > 0 ? dY : 0f;
            case LEAKY_RELU, SOFTPLUS, GELU -> f.gradient(y, dY);
        };
    }

    private void checkActivationGradient(Activation f, float[] y, float[] dY) {
        int n = y.length;
        float[] expected = new float[n];
        for (int i = 0; i < n; i++) {
            expected[i] = gradient(f, y[i], dY[i]);
        }
        Buffer bufferY = buffer(y);
        Buffer apart = buffer(special(n));
        Buffer inPlace = buffer(dY);
        device.elements().activationGradient(f, n, bufferY, inPlace, apart);
        assertHolds(f + " gradient of " + n, expected, apart);
        assertHolds(f + " gradient's argument", dY, inPlace);
        device.elements().activationGradient(f, n, bufferY, inPlace, inPlace);
        assertHolds(f + " gradient in place of " + n, expected, inPlace);
        assertHolds(f + " outputs", y, bufferY);
    }

    private void checkAddColumnSums(Rows rows, float[] x, float[] sum) {
        float[] expected = sum.clone();
        for (int c = 0; c < rows.columns(); c++) {
            for (int r = 0; r < rows.rows(); r++) {
                expected[c] = expected[c] + x[r * rows.columns() + c];
            }
        }
        Buffer bufferX = buffer(x);
        Buffer bufferSum = buffer(sum);
        device.linear().addColumnSums(rows, bufferX, bufferSum);
        assertHolds("column sums of " + rows, expected, bufferSum);
        assertHolds("column sums' argument", x, bufferX);
    }

    /** m = max z; e[c] = exp(z[c] − m); s = Σ e[c]: the first of what is returned is m, then s, then the e[c]. */
    private static float[] exponentials(float[] z, int start, int columns) {
        float max = z[start];
        for (int c = 1; c < columns; c++) {
            float next = z[start + c];
            max = next > max || Float.isNaN(next) ? next : max;
        }
        float[] result = new float[2 + columns];
        result[0] = max;
        for (int c = 0; c < columns; c++) {
            float shifted = z[start + c] - max;
            result[2 + c] = ExactMath.exp(shifted);
            result[1] = result[1] + result[2 + c];
        }
        return result;
    }

    private static float[] softmaxByDefinition(Rows rows, float[] z) {
        float[] p = new float[z.length];
        for (int start = 0; start < z.length; start += rows.columns()) {
            float[] row = exponentials(z, start, rows.columns());
            for (int c = 0; c < rows.columns(); c++) {
                p[start + c] = row[2 + c] / row[1];
            }
        }
        return p;
    }

    private void checkSoftmax(Rows rows, float[] z) {
        float[] expected = softmaxByDefinition(rows, z);
        Buffer inPlace = buffer(z);
        Buffer apart = buffer(special(z.length));
        device.elements().softmax(rows, inPlace, apart);
        assertHolds("softmax of " + rows, expected, apart);
        assertHolds("softmax's argument", z, inPlace);
        device.elements().softmax(rows, inPlace, inPlace);
        assertHolds("softmax in place of " + rows, expected, inPlace);
    }

    private void checkSoftmaxGradient(Rows rows, float[] p, float[] dP) {
        int columns = rows.columns();
        float[] expected = new float[p.length];
        for (int start = 0; start < p.length; start += columns) {
            float dot = 0;
            for (int c = start; c < start + columns; c++) {
                float product = dP[c] * p[c];
                dot = dot + product;
            }
            for (int c = start; c < start + columns; c++) {
                float above = dP[c] - dot;
                expected[c] = p[c] * above;
            }
        }
        Buffer bufferP = buffer(p);
        Buffer inPlace = buffer(dP);
        Buffer apart = buffer(special(p.length));
        device.elements().softmaxGradient(rows, bufferP, inPlace, apart);
        assertHolds("softmax gradient of " + rows, expected, apart);
        device.elements().softmaxGradient(rows, bufferP, inPlace, inPlace);
        assertHolds("softmax gradient in place of " + rows, expected, inPlace);
        assertHolds("softmax gradient's probabilities", p, bufferP);
    }

    private void checkCrossEntropy(Rows rows, float scale, float[] z, float[] t) {
        int columns = rows.columns();
        float[] loss = new float[rows.rows()];
        float[] gradient = new float[z.length];
        for (int r = 0; r < rows.rows(); r++) {
            int start = r * columns;
            float[] row = exponentials(z, start, columns);
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

    private void checkSgd(float rate, float[] g, float[] w) {
        float[] expected = new float[w.length];
        for (int i = 0; i < w.length; i++) {
            float product = rate * g[i];
            expected[i] = w[i] - product;
        }
        Buffer bufferG = buffer(g);
        Buffer bufferW = buffer(w);
        device.updates().sgd(w.length, rate, bufferG, bufferW);
        assertHolds("sgd of " + w.length + " at " + rate, expected, bufferW);
        assertHolds("sgd's gradients", g, bufferG);
    }

    /** Values of both signs over five orders of magnitude, so that another order of a sum gives another result. */
    private float[] ordinary(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (random.nextFloat() - 0.5f) * (float) (1 << random.nextInt(16)) / 256;
        }
        return values;
    }

    /** Logits up to ±10,000: all but the largest give 0. */
    private float[] extreme(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (random.nextFloat() - 0.5f) * 20_000;
        }
        return values;
    }

    /** Half of them NaN, infinite, zero of either sign, subnormal, largest. */
    private float[] special(int n) {
        float[] values = ordinary(n);
        for (int i = 0; i < n; i++) {
            values[i] = random.nextInt(4) < 2 ? SPECIAL[random.nextInt(SPECIAL.length)] : values[i];
        }
        return values;
    }

    /** Values whose products and differences are subnormal. */
    private float[] tiny(int n) {
        float[] values = ordinary(n);
        for (int i = 0; i < n; i++) {
            values[i] = values[i] * (random.nextBoolean() ? 1e-20f : 1e-37f);
        }
        return values;
    }

    private float[] probabilities(int rows, int columns) {
        return softmaxByDefinition(new Rows(rows, columns), ordinary(rows * columns));
    }

    private float[] oneHot(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            values[r * columns + random.nextInt(columns)] = 1f;
        }
        return values;
    }

    private static float[] filled(int n, float value) {
        float[] values = new float[n];
        Arrays.fill(values, value);
        return values;
    }

    /** A buffer of these values and, behind them, a tail that no kernel may touch. */
    private Buffer buffer(float... values) {
        float[] padded = Arrays.copyOf(values, values.length + TAIL);
        Arrays.fill(padded, values.length, padded.length, UNTOUCHED);
        Buffer buffer = device.allocate(padded.length);
        buffer.write(0, padded, 0, padded.length);
        return buffer;
    }

    private static void assertHolds(String what, float[] expected, Buffer buffer) {
        float[] padded = Arrays.copyOf(expected, expected.length + TAIL);
        Arrays.fill(padded, expected.length, padded.length, UNTOUCHED);
        float[] actual = new float[padded.length];
        buffer.read(0, actual, 0, actual.length);
        assertSameBits(what, padded, actual);
    }

    /** The same raw bits; of a NaN only that it is one, since its sign and payload are the processor's affair. */
    private static void assertSameBits(String what, float[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            boolean same = Float.floatToRawIntBits(expected[i]) == Float.floatToRawIntBits(actual[i])
                    || (Float.isNaN(expected[i]) && Float.isNaN(actual[i]));
            if (!same) {
                fail(what + " [" + i + "]: expected " + describe(expected[i]) + " but was " + describe(actual[i]));
            }
        }
    }

    private static String describe(float value) {
        return value + " (0x" + Integer.toHexString(Float.floatToRawIntBits(value)) + ")";
    }

    /** So many arguments of one sort. */
    private interface Values {
        float[] make(int n);
    }

    private interface LossKernel {
        void run(LossBuffers buffers);
    }
}
