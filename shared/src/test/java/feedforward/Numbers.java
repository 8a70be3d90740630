package feedforward;

import java.util.Random;

/** Numbers to try things with: the same for the same seed, everywhere. */
public final class Numbers {
    private Numbers() {}

    /** n numbers between −1 and 1. */
    public static float[] between(int n, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    /** A one-hot row of {@code classes} for each of n examples. */
    public static float[] oneHot(int n, int classes, long seed) {
        Random random = new Random(seed);
        float[] values = new float[n * classes];
        for (int row = 0; row < n; row++) {
            values[row * classes + random.nextInt(classes)] = 1;
        }
        return values;
    }
}
