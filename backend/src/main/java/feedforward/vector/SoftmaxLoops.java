package feedforward.vector;

import feedforward.device.ExactMath;

/** Softmax and its cross-entropy over rows: the exponentials as vectors over all rows at once, the ascending sums as scalars. */
final class SoftmaxLoops {
    private SoftmaxLoops() {}

    static void softmax(int rows, int columns, float[] z, int from, float[] p, int to, float[] scratch) {
        int elements = rows * columns;
        for (int start = 0; start < elements; start += columns) {
            subtract(columns, largest(z, from + start, columns), z, from + start, p, to + start);
        }
        ElementLoops.exp(elements, p, to, p, to, scratch);
        for (int start = to; start < to + elements; start += columns) {
            divide(columns, sum(p, start, columns), p, start);
        }
    }

    static void gradient(int columns, float[] p, int at, float[] dP, int from, float[] dZ, int to) {
        float dot = 0;
        for (int c = 0; c < columns; c++) {
            dot = dot + dP[from + c] * p[at + c];
        }
        for (int c = 0; c < columns; c++) {
            dZ[to + c] = p[at + c] * (dP[from + c] - dot);
        }
    }

    /** Until the exponentials are there, the loss of a row holds its largest logit. */
    static void crossEntropy(
            int rows,
            int columns,
            float scale,
            float[] z,
            int from,
            float[] t,
            int at,
            float[] loss,
            int row,
            float[] gradient,
            int to,
            float[] scratch) {
        for (int r = 0; r < rows; r++) {
            loss[row + r] = largest(z, from + r * columns, columns);
            subtract(columns, loss[row + r], z, from + r * columns, gradient, to + r * columns);
        }
        ElementLoops.exp(rows * columns, gradient, to, gradient, to, scratch);
        for (int r = 0; r < rows; r++) {
            int start = r * columns;
            float sum = sum(gradient, to + start, columns);
            loss[row + r] = surprise(columns, ExactMath.log(sum), loss[row + r], z, from + start, t, at + start);
            for (int c = start; c < start + columns; c++) {
                gradient[to + c] = (gradient[to + c] / sum - t[at + c]) * scale;
            }
        }
    }

    private static float surprise(int columns, float logSum, float max, float[] z, int from, float[] t, int at) {
        float total = 0;
        for (int c = 0; c < columns; c++) {
            if (t[at + c] != 0) {
                total = total + t[at + c] * (logSum - (z[from + c] - max));
            }
        }
        return total;
    }

    private static float largest(float[] z, int from, int columns) {
        float max = Float.NEGATIVE_INFINITY;
        for (int c = from; c < from + columns; c++) {
            max = Math.max(max, z[c]);
        }
        return max;
    }

    private static void subtract(int columns, float max, float[] z, int from, float[] y, int to) {
        for (int c = 0; c < columns; c++) {
            y[to + c] = z[from + c] - max;
        }
    }

    private static float sum(float[] values, int from, int columns) {
        float sum = 0;
        for (int c = from; c < from + columns; c++) {
            sum = sum + values[c];
        }
        return sum;
    }

    private static void divide(int columns, float divisor, float[] values, int from) {
        for (int c = from; c < from + columns; c++) {
            values[c] = values[c] / divisor;
        }
    }
}
