package feedforward.device;

import java.util.Arrays;

/**
 * What the heap's products are made of: sums[j] = sums[j] + a[p]·rows[p][j] for p ascending, over whole rows, four of them in
 * one pass. Each sum is still added up in the one order of its definition.
 *
 * <p>The rows are copied to an array each: only loops over arrays that start at 0 are turned into vector instructions by
 * HotSpot on Java 17, which is worth a factor of four. Mutable: keeps these arrays from one use to the next, each as long as
 * the longest row it has held, so that a training loop allocates none.
 */
final class HeapRowSums {
    private static final float[] EMPTY = {};

    private float[][] rows = {};
    private float[] sums = {};
    private int width;

    /** Room for {@code count} rows, whose values are yet to be set, and their sums. */
    void reserve(int count, int newWidth) {
        width = newWidth;
        if (sums.length < width) {
            sums = new float[width];
        }
        if (rows.length < count) {
            int held = rows.length;
            rows = Arrays.copyOf(rows, count);
            Arrays.fill(rows, held, count, EMPTY);
        }
        for (int p = 0; p < count; p++) {
            if (rows[p].length < width) {
                rows[p] = new float[width];
            }
        }
    }

    /** As {@link #reserve}, with the rows of a matrix [count, newWidth]. */
    void take(int count, int newWidth, float[] matrix, int from) {
        reserve(count, newWidth);
        for (int p = 0; p < count; p++) {
            System.arraycopy(matrix, from + p * width, rows[p], 0, width);
        }
    }

    float[] row(int p) {
        return rows[p];
    }

    /** The sums start at zero. */
    void clear() {
        Arrays.fill(sums, 0, width, 0f);
    }

    /** The sums start at these values. */
    void load(float[] values, int from) {
        System.arraycopy(values, from, sums, 0, width);
    }

    void store(float[] values, int to) {
        System.arraycopy(sums, 0, values, to, width);
    }

    /** sums[j] = sums[j] + a[from + p·step]·rows[first + p][j] for p = 0 … count−1 in this order. */
    void add(float[] a, int from, int step, int first, int count) {
        int at = from;
        int p = first;
        for (; p + 4 <= first + count; p += 4) {
            float a0 = a[at];
            float a1 = a[at + step];
            float a2 = a[at + 2 * step];
            float a3 = a[at + 3 * step];
            addFourRows(a0, a1, a2, a3, p);
            at += 4 * step;
        }
        for (; p < first + count; p++) {
            addRow(a[at], rows[p], sums, width);
            at += step;
        }
    }

    private void addFourRows(float a0, float a1, float a2, float a3, int p) {
        float[] b0 = rows[p];
        float[] b1 = rows[p + 1];
        float[] b2 = rows[p + 2];
        float[] b3 = rows[p + 3];
        float[] c = sums;
        int n = width;
        for (int j = 0; j < n; j++) {
            c[j] = c[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
        }
    }

    private static void addRow(float a, float[] b, float[] c, int n) {
        for (int j = 0; j < n; j++) {
            c[j] = c[j] + a * b[j];
        }
    }
}
