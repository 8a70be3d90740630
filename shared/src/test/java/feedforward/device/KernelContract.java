package feedforward.device;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

/**
 * What the contracts of the families of kernels share: values to try, and buffers. Each kernel is compared with a naive
 * reading of its definition, bit for bit, over sizes that fit no vector and no tile. Every buffer is a slice of a longer
 * one, and what lies around it must stay as it was. Plain Java but for the annotations, since browsers run it too: see
 * {@link ContractCases}.
 */
abstract class KernelContract {
    static final int[] SIZES = {0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 100};
    static final int[] WIDTHS = {1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 100, 784};
    static final float[] SPECIAL = {
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
    private static final int HEAD = 3;
    private static final int TAIL = 5;
    private static final int REMEMBERED = 100;
    private static final float UNTOUCHED = -12345.678f;

    final Device device;
    final Random random = new Random(42);
    private final Deque<Placed> placed = new ArrayDeque<>();

    KernelContract(Device device) {
        this.device = device;
    }

    /** Values of both signs over five orders of magnitude, so that another order of a sum gives another result. */
    float[] ordinary(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (random.nextFloat() - 0.5f) * (float) (1 << random.nextInt(16)) / 256;
        }
        return values;
    }

    /** Logits up to ±10,000: all but the largest give 0. */
    float[] extreme(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (random.nextFloat() - 0.5f) * 20_000;
        }
        return values;
    }

    /** Half of them NaN, infinite, zero of either sign, subnormal, largest. */
    float[] special(int n) {
        float[] values = ordinary(n);
        for (int i = 0; i < n; i++) {
            values[i] = random.nextInt(4) < 2 ? SPECIAL[random.nextInt(SPECIAL.length)] : values[i];
        }
        return values;
    }

    /** Values whose products and differences are subnormal. */
    float[] tiny(int n) {
        float[] values = ordinary(n);
        for (int i = 0; i < n; i++) {
            values[i] = values[i] * (random.nextBoolean() ? 1e-20f : 1e-37f);
        }
        return values;
    }

    float[] probabilities(int rows, int columns) {
        return SoftmaxByDefinition.of(new Rows(rows, columns), ordinary(rows * columns));
    }

    float[] oneHot(int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int r = 0; r < rows; r++) {
            values[r * columns + random.nextInt(columns)] = 1f;
        }
        return values;
    }

    static float[] filled(int n, float value) {
        float[] values = new float[n];
        Arrays.fill(values, value);
        return values;
    }

    /** A buffer of these values amid others that no kernel may touch. */
    Buffer buffer(float... values) {
        float[] all = surrounded(values);
        Buffer whole = device.allocate(all.length);
        whole.write(0, all, 0, all.length);
        Placed slice = new Placed(whole, whole.slice(HEAD, values.length));
        placed.addLast(slice);
        if (placed.size() > REMEMBERED) {
            placed.removeFirst();
        }
        return slice.values;
    }

    /** @param buffer one of the last hundred that {@link #buffer} made */
    void assertHolds(String what, float[] expected, Buffer buffer) {
        Buffer whole = placed.stream()
                .filter(slice -> slice.values == buffer)
                .findFirst()
                .orElseThrow()
                .whole;
        float[] all = surrounded(expected);
        float[] actual = new float[all.length];
        whole.read(0, actual, 0, actual.length);
        assertSameBits(what, all, actual);
    }

    private static float[] surrounded(float[] values) {
        float[] all = filled(HEAD + values.length + TAIL, UNTOUCHED);
        System.arraycopy(values, 0, all, HEAD, values.length);
        return all;
    }

    /** The same raw bits; of a NaN only that it is one, since its sign and payload are the processor's affair. */
    static void assertSameBits(String what, float[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            boolean same = Float.floatToRawIntBits(expected[i]) == Float.floatToRawIntBits(actual[i])
                    || (Float.isNaN(expected[i]) && Float.isNaN(actual[i]));
            if (!same) {
                throw new AssertionError(
                        what + " [" + i + "]: expected " + describe(expected[i]) + " but was " + describe(actual[i]));
            }
        }
    }

    static void assertSameBits(String what, double expected, double actual) {
        boolean same = Double.doubleToRawLongBits(expected) == Double.doubleToRawLongBits(actual)
                || (Double.isNaN(expected) && Double.isNaN(actual));
        if (!same) {
            throw new AssertionError(what + ": expected " + expected + " but was " + actual);
        }
    }

    private static String describe(float value) {
        return value + " (0x" + Integer.toHexString(Float.floatToRawIntBits(value)) + ")";
    }

    /** A buffer's values and all the memory that they lie in. */
    private record Placed(Buffer whole, Buffer values) {}
}
