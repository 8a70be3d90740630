package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;

import feedforward.device.Gemm;
import feedforward.device.HeapBuffer;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Products of one row or one column, for which no panel is packed. */
final class ThinProducts {
    private ThinProducts() {}

    /** One row of C over {@code width} columns of B, whose rows lie {@code stride} apart. */
    static void row(
            float[] a,
            int from,
            int step,
            float[] b,
            int start,
            int stride,
            int k,
            float[] c,
            int to,
            int width,
            boolean accumulate) {
        if (!accumulate) {
            Arrays.fill(c, to, to + width, 0f);
        }
        int j = 0;
        for (; j + 4 * COUNT <= width; j += 4 * COUNT) {
            Tiles.wide(a, from, step, b, start + j, stride, k, c, to + j);
        }
        for (; j + COUNT <= width; j += COUNT) {
            Tiles.narrow(a, from, step, b, start + j, stride, k, c, to + j);
        }
        for (; j < width; j++) {
            single(a, from, step, b, start + j, stride, k, c, to + j);
        }
    }

    /** A single column of C. */
    static void column(Gemm gemm, HeapBuffer a, HeapBuffer b, HeapBuffer c) {
        if (!gemm.accumulate()) {
            Arrays.fill(c.array(), c.offset(), c.offset() + gemm.m(), 0f);
        }
        int i = 0;
        if (gemm.transposeA()) {
            for (; i + COUNT <= gemm.m(); i += COUNT) {
                columnOfTransposed(gemm, a.array(), a.offset() + i, b.array(), b.offset(), c.array(), c.offset() + i);
            }
        } else {
            for (; i + 4 <= gemm.m(); i += 4) {
                fourRows(
                        gemm.k(),
                        a.array(),
                        a.offset() + i * gemm.k(),
                        b.array(),
                        b.offset(),
                        c.array(),
                        c.offset() + i);
            }
        }
        int rowStep = gemm.transposeA() ? 1 : gemm.k();
        int columnStep = gemm.transposeA() ? gemm.m() : 1;
        for (; i < gemm.m(); i++) {
            single(
                    a.array(),
                    a.offset() + i * rowStep,
                    columnStep,
                    b.array(),
                    b.offset(),
                    1,
                    gemm.k(),
                    c.array(),
                    c.offset() + i);
        }
    }

    /** COUNT rows of C: A transposed has them side by side. */
    private static void columnOfTransposed(Gemm gemm, float[] a, int from, float[] b, int start, float[] c, int to) {
        FloatVector sum = FloatVector.fromArray(Lanes.SPECIES, c, to);
        int at = from;
        for (int p = 0; p < gemm.k(); p++) {
            FloatVector left = FloatVector.fromArray(Lanes.SPECIES, a, at);
            sum = sum.add(left.mul(b[start + p]));
            at += gemm.m();
        }
        sum.intoArray(c, to);
    }

    /** Four sums at once, as each waits for its own last addition. */
    private static void fourRows(int k, float[] a, int from, float[] b, int start, float[] c, int to) {
        float sum0 = c[to];
        float sum1 = c[to + 1];
        float sum2 = c[to + 2];
        float sum3 = c[to + 3];
        int row1 = from + k;
        int row2 = from + 2 * k;
        int row3 = from + 3 * k;
        for (int p = 0; p < k; p++) {
            float right = b[start + p];
            sum0 = sum0 + a[from + p] * right;
            sum1 = sum1 + a[row1 + p] * right;
            sum2 = sum2 + a[row2 + p] * right;
            sum3 = sum3 + a[row3 + p] * right;
        }
        c[to] = sum0;
        c[to + 1] = sum1;
        c[to + 2] = sum2;
        c[to + 3] = sum3;
    }

    private static void single(
            float[] a, int from, int step, float[] b, int start, int stride, int k, float[] c, int to) {
        float sum = c[to];
        for (int p = 0; p < k; p++) {
            sum = sum + a[from + p * step] * b[start + p * stride];
        }
        c[to] = sum;
    }
}
