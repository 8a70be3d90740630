package feedforward.device;

/** What softmax and its cross-entropy share, for one row. */
final class HeapSoftmax {
    private HeapSoftmax() {}

    /** e[c] = exp(z[c] − max z); returns Σ e[c], c ascending from 0. */
    static float exponentials(float[] z, int from, float[] e, int to, int columns) {
        float max = largest(z, from, columns);
        float sum = 0;
        for (int c = 0; c < columns; c++) {
            e[to + c] = ExactMath.exp(z[from + c] - max);
            sum = sum + e[to + c];
        }
        return sum;
    }

    static float largest(float[] z, int from, int columns) {
        float max = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < columns; c++) {
            max = Math.max(max, z[from + c]);
        }
        return max;
    }
}
