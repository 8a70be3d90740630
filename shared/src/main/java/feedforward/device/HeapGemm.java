package feedforward.device;

/**
 * The heap's matrix product, a row of C at a time: c += a[p]·b[p] over whole rows b[p] of op(B). Mutable: see
 * {@link HeapRowSums}.
 */
final class HeapGemm {
    private final HeapRowSums products = new HeapRowSums();

    void run(Gemm gemm, HeapBuffer a, HeapBuffer b, HeapBuffer c) {
        takeRows(gemm, b.array(), b.offset());
        int step = gemm.transposeA() ? gemm.m() : 1;
        for (int i = 0; i < gemm.m(); i++) {
            int row = c.offset() + i * gemm.n();
            if (gemm.accumulate()) {
                products.load(c.array(), row);
            } else {
                products.clear();
            }
            int from = a.offset() + (gemm.transposeA() ? i : i * gemm.k());
            products.add(a.array(), from, step, 0, gemm.k());
            products.store(c.array(), row);
        }
    }

    private void takeRows(Gemm gemm, float[] b, int from) {
        int k = gemm.k();
        int n = gemm.n();
        if (!gemm.transposeB()) {
            products.take(k, n, b, from);
            return;
        }
        products.reserve(k, n);
        for (int p = 0; p < k; p++) {
            float[] row = products.row(p);
            for (int j = 0; j < n; j++) {
                row[j] = b[from + j * k + p];
            }
        }
    }
}
