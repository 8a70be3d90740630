package feedforward.device;

/** Softmax as {@link ElementKernels#softmax} defines it. */
final class SoftmaxByDefinition {
    private SoftmaxByDefinition() {}

    static float[] of(Rows rows, float[] z) {
        float[] p = new float[z.length];
        for (int start = 0; start < z.length; start += rows.columns()) {
            float[] row = exponentials(z, start, rows.columns());
            for (int c = 0; c < rows.columns(); c++) {
                p[start + c] = row[2 + c] / row[1];
            }
        }
        return p;
    }

    /** m = max z; e[c] = exp(z[c] − m); s = Σ e[c]: the first of what is returned is m, then s, then the e[c]. */
    static float[] exponentials(float[] z, int start, int columns) {
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
}
