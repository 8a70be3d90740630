package feedforward.device;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** {@link UpdateKernels}, bit for bit. */
abstract class UpdateContract extends KernelContract {

    UpdateContract(Device device) {
        super(device);
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

    @Test
    void momentumAddsTheGradientToWhatIsLeftOfTheLast() {
        forAllValues(values -> {
            float[] u = new float[values.n];
            float[] w = new float[values.n];
            for (int i = 0; i < values.n; i++) {
                float kept = 0.9f * values.u[i];
                u[i] = kept + values.g[i];
                float step = 0.1f * u[i];
                w[i] = values.w[i] - step;
            }
            checkMoment("momentum", values, u, w, buffers -> device.updates().momentum(values.n, 0.1f, 0.9f, buffers));
        });
    }

    @Test
    void nesterovLooksAheadAlongTheMomentum() {
        forAllValues(values -> {
            float[] u = new float[values.n];
            float[] w = new float[values.n];
            for (int i = 0; i < values.n; i++) {
                float kept = 0.9f * values.u[i];
                u[i] = kept + values.g[i];
                float ahead = 0.9f * u[i];
                float sum = values.g[i] + ahead;
                float step = 0.1f * sum;
                w[i] = values.w[i] - step;
            }
            checkMoment("nesterov", values, u, w, buffers -> device.updates().nesterov(values.n, 0.1f, 0.9f, buffers));
        });
    }

    @Test
    void adagradDividesByTheRootOfTheSumOfSquares() {
        forAllValues(values -> {
            float[] u = new float[values.n];
            float[] w = new float[values.n];
            for (int i = 0; i < values.n; i++) {
                float square = values.g[i] * values.g[i];
                u[i] = values.u[i] + square;
                w[i] = values.w[i] - quotient(0.1f, values.g[i], root(u[i]), 1e-10f);
            }
            checkMoment("adagrad", values, u, w, buffers -> device.updates().adagrad(values.n, 0.1f, 1e-10f, buffers));
        });
    }

    @Test
    void rmsPropDividesByTheRootOfTheMeanOfSquares() {
        float rest = 1f - 0.9f;
        forAllValues(values -> {
            float[] u = new float[values.n];
            float[] w = new float[values.n];
            for (int i = 0; i < values.n; i++) {
                float old = 0.9f * values.u[i];
                float square = values.g[i] * values.g[i];
                float fresh = rest * square;
                u[i] = old + fresh;
                w[i] = values.w[i] - quotient(0.01f, values.g[i], root(u[i]), 1e-8f);
            }
            checkMoment(
                    "rmsProp",
                    values,
                    u,
                    w,
                    buffers -> device.updates().rmsProp(values.n, 0.01f, 0.9f, 1e-8f, buffers));
        });
    }

    @Test
    void adamDividesOneMeanByTheRootOfTheOther() {
        AdamConstants constants = new AdamConstants(0.9f, 0.999f, 1e-8f);
        float rest1 = 1f - 0.9f;
        float rest2 = 1f - 0.999f;
        forAllValues(values -> {
            float[] old = special(values.n);
            float[] m = new float[values.n];
            float[] v = new float[values.n];
            float[] w = new float[values.n];
            for (int i = 0; i < values.n; i++) {
                float oldMean = 0.9f * old[i];
                float freshMean = rest1 * values.g[i];
                m[i] = oldMean + freshMean;
                float oldSquare = 0.999f * values.u[i];
                float square = values.g[i] * values.g[i];
                float freshSquare = rest2 * square;
                v[i] = oldSquare + freshSquare;
                float corrected = root(v[i]) * 4.567f;
                w[i] = values.w[i] - quotient(0.0123f, m[i], corrected, 1e-8f);
            }
            AdamBuffers buffers = new AdamBuffers(buffer(values.g), buffer(old), buffer(values.u), buffer(values.w));
            device.updates().adam(values.n, 0.0123f, 4.567f, constants, buffers);
            assertHolds("adam's m", m, buffers.m());
            assertHolds("adam's v", v, buffers.v());
            assertHolds("adam's w", w, buffers.w());
            assertHolds("adam's g", values.g, buffers.g());
        });
    }

    @Test
    void decayMultiplies() {
        forAllValues(values -> {
            float[] expected = new float[values.n];
            for (int i = 0; i < values.n; i++) {
                expected[i] = values.w[i] * 0.99f;
            }
            Buffer w = buffer(values.w);
            device.updates().decay(values.n, 0.99f, w);
            assertHolds("decay of " + values.n, expected, w);
        });
    }

    @Test
    void penaltiesAddTheWeightAndItsSign() {
        forAllValues(values -> {
            for (float l1 : new float[] {0f, 0.01f}) {
                for (float l2 : new float[] {0f, 0.3f}) {
                    checkPenalty(l1, l2, values);
                }
            }
        });
    }

    @Test
    void sumOfSquaresAddsSixteenSumsFromTheLeft() {
        forAllValues(values -> {
            double[] sums = new double[16];
            for (int lane = 0; lane < 16; lane++) {
                for (int i = lane; i < values.n; i += 16) {
                    sums[lane] += (double) values.g[i] * (double) values.g[i];
                }
            }
            double expected = sums[0];
            for (int lane = 1; lane < 16; lane++) {
                expected = expected + sums[lane];
            }
            Buffer x = buffer(values.g);
            assertSameBits("sumOfSquares", expected, device.updates().sumOfSquares(values.n, x));
            assertHolds("sumOfSquares' argument", values.g, x);
        });
    }

    private void checkPenalty(float l1, float l2, Values values) {
        float[] expected = new float[values.n];
        for (int i = 0; i < values.n; i++) {
            float sign = values.w[i] == 0 || Float.isNaN(values.w[i]) ? 0f : values.w[i] < 0 ? -1f : 1f;
            float square = l2 * values.w[i];
            float sum = values.g[i] + square;
            float straight = l1 * sign;
            expected[i] = sum + straight;
        }
        Buffer w = buffer(values.w);
        Buffer g = buffer(values.g);
        device.updates().addPenaltyGradient(values.n, l1, l2, w, g);
        assertHolds("penalties " + l1 + ", " + l2 + " of " + values.n, expected, g);
        assertHolds("penalties' weights", values.w, w);
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

    private void checkMoment(String what, Values values, float[] u, float[] w, MomentKernel kernel) {
        MomentBuffers buffers = new MomentBuffers(buffer(values.g), buffer(values.u), buffer(values.w));
        kernel.run(buffers);
        assertHolds(what + "'s u of " + values.n, u, buffers.u());
        assertHolds(what + "'s w of " + values.n, w, buffers.w());
        assertHolds(what + "'s g of " + values.n, values.g, buffers.g());
    }

    /** Ordinary, special and tiny values in all sizes. */
    private void forAllValues(Consumer<Values> check) {
        for (int n : SIZES) {
            check.accept(new Values(n, ordinary(n), squares(ordinary(n)), ordinary(n)));
            check.accept(new Values(n, special(n), special(n), special(n)));
            check.accept(new Values(n, tiny(n), squares(tiny(n)), tiny(n)));
        }
    }

    private static float[] squares(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * values[i];
        }
        return values;
    }

    /** (rate·x) / (root + epsilon). */
    private static float quotient(float rate, float x, float root, float epsilon) {
        float numerator = rate * x;
        float denominator = root + epsilon;
        return numerator / denominator;
    }

    private static float root(float value) {
        return (float) StrictMath.sqrt(value);
    }

    /** A gradient, what an optimiser remembers, and a weight. */
    private record Values(int n, float[] g, float[] u, float[] w) {}

    private interface MomentKernel {
        void run(MomentBuffers buffers);
    }
}
