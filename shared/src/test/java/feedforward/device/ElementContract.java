package feedforward.device;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** {@link ElementKernels}, bit for bit. */
abstract class ElementContract extends KernelContract {

    ElementContract(Device device) {
        super(device);
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
    void addAddsEachElement() {
        for (int n : SIZES) {
            checkAdd(ordinary(n), ordinary(n));
            checkAdd(special(n), special(n));
        }
    }

    @Test
    void scaleMultipliesEachElement() {
        for (int n : SIZES) {
            for (float factor : new float[] {0.9f, -0f, 1e-30f, Float.POSITIVE_INFINITY, Float.NaN}) {
                checkScale(factor, ordinary(n));
                checkScale(factor, special(n));
            }
        }
    }

    @Test
    void activationAppliesTheFunctionToEachElement() {
        for (Activation f : Activation.values()) {
            for (int n : SIZES) {
                checkActivation(f, ordinary(n));
                checkActivation(f, special(n));
                checkActivation(f, tiny(n));
            }
        }
    }

    @Test
    void dropoutKeepsWhatTheCounterSaysAndScalesIt() {
        for (int n : SIZES) {
            for (float rate : new float[] {0f, 0.3f, 0.5f, 0.99f}) {
                Dropout dropout = new Dropout(
                        new Counter(random.nextInt(), random.nextInt()), (int) (rate * 16_777_216), 1 / (1 - rate));
                checkDropout(dropout, ordinary(n));
                checkDropout(dropout, special(n));
            }
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

    private void checkAdd(float[] x, float[] y) {
        float[] expected = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            expected[i] = y[i] + x[i];
        }
        Buffer bufferX = buffer(x);
        Buffer bufferY = buffer(y);
        device.elements().add(x.length, bufferX, bufferY);
        assertHolds("sum of " + x.length, expected, bufferY);
        assertHolds("sum's argument", x, bufferX);
    }

    private void checkScale(float factor, float[] x) {
        float[] expected = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            expected[i] = x[i] * factor;
        }
        Buffer inPlace = buffer(x);
        Buffer apart = buffer(special(x.length));
        device.elements().scale(x.length, factor, inPlace, apart);
        assertHolds(factor + " times " + x.length, expected, apart);
        assertHolds("scale's argument", x, inPlace);
        device.elements().scale(x.length, factor, inPlace, inPlace);
        assertHolds(factor + " times in place " + x.length, expected, inPlace);
    }

    private void checkActivation(Activation f, float[] z) {
        float[] expected = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            expected[i] = value(f, z[i]);
        }
        Buffer inPlace = buffer(z);
        Buffer apart = buffer(special(z.length));
        device.elements().activation(f, z.length, inPlace, apart);
        assertHolds(f + " of " + z.length, expected, apart);
        assertHolds(f + " argument", z, inPlace);
        device.elements().activation(f, z.length, inPlace, inPlace);
        assertHolds(f + " in place of " + z.length, expected, inPlace);
    }

    private void checkDropout(Dropout dropout, float[] x) {
        float[] expected = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int bits = mixed(
                    mixed(i ^ dropout.counter().key0()) ^ dropout.counter().key1());
            expected[i] = bits >>> 8 < dropout.threshold() ? 0f : x[i] * dropout.scale();
        }
        Buffer inPlace = buffer(x);
        Buffer apart = buffer(special(x.length));
        device.elements().dropout(dropout, x.length, inPlace, apart);
        assertHolds(dropout + " of " + x.length, expected, apart);
        assertHolds("dropout's argument", x, inPlace);
        device.elements().dropout(dropout, x.length, inPlace, inPlace);
        assertHolds(dropout + " in place of " + x.length, expected, inPlace);
    }

    /** The bijection "lowbias32". */
    private static int mixed(int value) {
        int x = value;
        x = (x ^ x >>> 16) * 0x7feb352d;
        x = (x ^ x >>> 15) * 0x846ca68b;
        return x ^ x >>> 16;
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
        Buffer sums = buffer(y);
        Buffer apart = buffer(special(y.length));
        device.elements().biasActivation(f, rows, bufferBias, sums, apart);
        assertHolds(f + " " + rows + " apart", expected, apart);
        assertHolds(f + " " + rows + " sums", biased(y, bias), sums);
    }

    private static float[] biased(float[] z, float[] bias) {
        float[] sums = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            sums[i] = z[i] + bias[i % bias.length];
        }
        return sums;
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

    private void checkSoftmax(Rows rows, float[] z) {
        float[] expected = SoftmaxByDefinition.of(rows, z);
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
}
