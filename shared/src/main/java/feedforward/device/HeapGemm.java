package feedforward.device;

import java.util.Arrays;

/**
 * The heap's matrix product, a row of C at a time: c += a[p]·b[p] over whole rows b[p] of op(B), four rows in one pass. Each
 * element is still added up in the one order that {@link LinearKernels#gemm} defines.
 *
 * <p>op(B) is first copied to an array per row: only loops over arrays that start at 0 are turned into vector instructions
 * by HotSpot on Java 17, which is worth a factor of four. Mutable: keeps these arrays from one product to the next, each as long as the longest row
 * it has held, so that a training loop allocates none.
 */
final class HeapGemm {
    private static final float[] EMPTY = {};

    private float[][] rowsOfB = {};
    private float[] sums = {};

    void run(Gemm gemm, HeapBuffer a, HeapBuffer b, HeapBuffer c) {
        unpack(gemm, b.array(), b.offset());
        int n = gemm.n();
        int at = c.offset();
        for (int i = 0; i < gemm.m(); i++) {
            if (gemm.accumulate()) {
                System.arraycopy(c.array(), at, sums, 0, n);
            } else {
                Arrays.fill(sums, 0, n, 0f);
            }
            addProducts(gemm, a.array(), a.offset(), i);
            System.arraycopy(sums, 0, c.array(), at, n);
            at += n;
        }
    }

    /** sums[j] = sums[j] + a[i,p]·b[p,j] for p = 0 … k−1 in this order. */
    private void addProducts(Gemm gemm, float[] a, int from, int i) {
        int k = gemm.k();
        int at = from + (gemm.transposeA() ? i : i * k);
        int step = gemm.transposeA() ? gemm.m() : 1;
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            float a0 = a[at];
            float a1 = a[at + step];
            float a2 = a[at + 2 * step];
            float a3 = a[at + 3 * step];
            addFourRows(a0, a1, a2, a3, p, gemm.n());
            at += 4 * step;
        }
        for (; p < k; p++) {
            addRow(a[at], rowsOfB[p], sums, gemm.n());
            at += step;
        }
    }

    private void addFourRows(float a0, float a1, float a2, float a3, int p, int n) {
        float[] b0 = rowsOfB[p];
        float[] b1 = rowsOfB[p + 1];
        float[] b2 = rowsOfB[p + 2];
        float[] b3 = rowsOfB[p + 3];
        float[] c = sums;
        for (int j = 0; j < n; j++) {
            c[j] = c[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
        }
    }

    private static void addRow(float a, float[] b, float[] c, int n) {
        for (int j = 0; j < n; j++) {
            c[j] = c[j] + a * b[j];
        }
    }

    private void unpack(Gemm gemm, float[] b, int from) {
        int k = gemm.k();
        int n = gemm.n();
        reserve(k, n);
        for (int p = 0; p < k; p++) {
            if (gemm.transposeB()) {
                for (int j = 0; j < n; j++) {
                    rowsOfB[p][j] = b[from + j * k + p];
                }
            } else {
                System.arraycopy(b, from + p * n, rowsOfB[p], 0, n);
            }
        }
    }

    private void reserve(int k, int n) {
        if (sums.length < n) {
            sums = new float[n];
        }
        if (rowsOfB.length < k) {
            int held = rowsOfB.length;
            rowsOfB = Arrays.copyOf(rowsOfB, k);
            Arrays.fill(rowsOfB, held, k, EMPTY);
        }
        for (int p = 0; p < k; p++) {
            if (rowsOfB[p].length < n) {
                rowsOfB[p] = new float[n];
            }
        }
    }
}
