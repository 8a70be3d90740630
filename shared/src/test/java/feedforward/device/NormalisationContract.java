package feedforward.device;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** {@link NormalisationKernels}, bit for bit. */
abstract class NormalisationContract extends KernelContract {
    private static final int[] ROWS = {1, 2, 3, 8, 33, 100};
    private static final float EPSILON = 1e-5f;

    NormalisationContract(Device device) {
        super(device);
    }

    @Test
    void statisticsAreMeanAndVarianceOfEachColumn() {
        eachSize((rows, values) -> {
            float[] x = values.apply(rows.elements());
            Buffer bufferX = buffer(x);
            Buffer mean = buffer(special(rows.columns()));
            Buffer variance = buffer(special(rows.columns()));
            device.normalisation().statistics(rows, bufferX, mean, variance);
            assertHolds(rows + " mean", mean(rows, x), mean);
            assertHolds(rows + " variance", variance(rows, x), variance);
            assertHolds(rows + " x", x, bufferX);
        });
    }

    @Test
    void blendMovesTheOldAPartOfTheWayToTheNew() {
        for (int n : SIZES) {
            for (float part : new float[] {0f, 0.1f, 0.3f, 1f, 1e-30f}) {
                for (IntFunction<float[]> values : kinds()) {
                    checkBlend(part, values.apply(n), values.apply(n));
                }
            }
        }
    }

    @Test
    void normaliseSubtractsTheMeanAndDividesByTheDeviation() {
        eachSize((rows, values) -> {
            float[] x = values.apply(rows.elements());
            float[] mean = values.apply(rows.columns());
            float[] variance = variances(values.apply(rows.columns()));
            float[] scale = values.apply(rows.columns());
            float[] shift = values.apply(rows.columns());
            float[] expected = normalised(rows, x, mean, variance, scale, shift);
            Buffer y = buffer(special(rows.elements()));
            Buffer inPlace = buffer(x);
            NormalisationBuffers apart =
                    new NormalisationBuffers(inPlace, buffer(mean), buffer(variance), buffer(scale), buffer(shift), y);
            device.normalisation().normalise(rows, EPSILON, apart);
            assertHolds(rows + " y", expected, y);
            assertHolds(rows + " x", x, inPlace);
            NormalisationBuffers same = new NormalisationBuffers(
                    inPlace, apart.mean(), apart.variance(), apart.scale(), apart.shift(), inPlace);
            device.normalisation().normalise(rows, EPSILON, same);
            assertHolds(rows + " y in place", expected, inPlace);
            assertHolds(rows + " mean", mean, apart.mean());
            assertHolds(rows + " variance", variance, apart.variance());
        });
    }

    @Test
    void gradientGoesThroughTheStatisticsToo() {
        eachSize((rows, values) -> {
            float[] x = values.apply(rows.elements());
            float[] mean = mean(rows, x);
            float[] variance = variances(variance(rows, x));
            float[] scale = values.apply(rows.columns());
            checkGradient(rows, x, mean, variance, scale, values.apply(rows.elements()));
        });
    }

    private void checkBlend(float part, float[] fresh, float[] old) {
        float[] expected = new float[old.length];
        for (int i = 0; i < old.length; i++) {
            float rest = 1 - part;
            float kept = old[i] * rest;
            float taken = fresh[i] * part;
            expected[i] = kept + taken;
        }
        Buffer bufferFresh = buffer(fresh);
        Buffer bufferOld = buffer(old);
        device.normalisation().blend(old.length, part, bufferFresh, bufferOld);
        assertHolds("blend of " + old.length + " by " + part, expected, bufferOld);
        assertHolds("blend's argument", fresh, bufferFresh);
    }

    private void checkGradient(Rows rows, float[] x, float[] mean, float[] variance, float[] scale, float[] dY) {
        int n = rows.rows();
        int columns = rows.columns();
        float[] dShift = ordinary(columns);
        float[] dScale = ordinary(columns);
        NormalisationBuffers buffers = new NormalisationBuffers(
                buffer(x), buffer(mean), buffer(variance), buffer(scale), buffer(special(columns)), buffer(special(0)));
        NormalisationGradients gradients = new NormalisationGradients(
                buffer(dY), buffer(dScale), buffer(dShift), buffer(special(rows.elements())));
        float[] dX = new float[x.length];
        for (int c = 0; c < columns; c++) {
            float a = 0;
            float b = 0;
            for (int i = c; i < x.length; i += columns) {
                float product = dY[i] * normal(x[i], mean[c], variance[c]);
                a = a + dY[i];
                b = b + product;
            }
            dShift[c] = dShift[c] + a;
            dScale[c] = dScale[c] + b;
            for (int i = c; i < x.length; i += columns) {
                float centred = dY[i] - a / n;
                float along = normal(x[i], mean[c], variance[c]) * (b / n);
                float factor = scale[c] * deviation(variance[c]);
                float inner = centred - along;
                dX[i] = factor * inner;
            }
        }
        device.normalisation().gradient(rows, EPSILON, buffers, gradients);
        assertHolds(rows + " dShift", dShift, gradients.dShift());
        assertHolds(rows + " dScale", dScale, gradients.dScale());
        assertHolds(rows + " dX", dX, gradients.dX());
        assertHolds(rows + " dY", dY, gradients.dY());
    }

    private void eachSize(Check check) {
        for (int rows : ROWS) {
            for (int columns : WIDTHS) {
                for (IntFunction<float[]> values : kinds()) {
                    check.of(new Rows(rows, columns), values);
                }
            }
        }
    }

    private List<IntFunction<float[]>> kinds() {
        return List.of(this::ordinary, this::special, this::tiny);
    }

    private static float[] variances(float[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.abs(values[i]);
        }
        return result;
    }

    private static float[] mean(Rows rows, float[] x) {
        float[] mean = new float[rows.columns()];
        for (int c = 0; c < mean.length; c++) {
            for (int i = c; i < x.length; i += mean.length) {
                mean[c] = mean[c] + x[i];
            }
            mean[c] = mean[c] / rows.rows();
        }
        return mean;
    }

    private static float[] variance(Rows rows, float[] x) {
        float[] mean = mean(rows, x);
        float[] variance = new float[rows.columns()];
        for (int c = 0; c < variance.length; c++) {
            for (int i = c; i < x.length; i += variance.length) {
                float difference = x[i] - mean[c];
                float square = difference * difference;
                variance[c] = variance[c] + square;
            }
            variance[c] = variance[c] / rows.rows();
        }
        return variance;
    }

    private static float[] normalised(
            Rows rows, float[] x, float[] mean, float[] variance, float[] scale, float[] shift) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            int c = i % rows.columns();
            float scaled = normal(x[i], mean[c], variance[c]) * scale[c];
            y[i] = scaled + shift[c];
        }
        return y;
    }

    private static float normal(float x, float mean, float variance) {
        float centred = x - mean;
        return centred * deviation(variance);
    }

    /** 1 / √(variance + ε). */
    private static float deviation(float variance) {
        float sum = variance + EPSILON;
        float root = (float) Math.sqrt(sum);
        return 1 / root;
    }

    private interface Check {
        void of(Rows rows, IntFunction<float[]> values);
    }
}
