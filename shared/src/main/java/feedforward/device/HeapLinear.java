package feedforward.device;

/** {@link LinearKernels} in plain loops. Mutable: see {@link HeapGemm}. */
final class HeapLinear implements LinearKernels {
    private final HeapGemm product = new HeapGemm();

    @Override
    public void gemm(Gemm gemm, Buffer a, Buffer b, Buffer c) {
        product.run(gemm, HeapBuffer.of(a), HeapBuffer.of(b), HeapBuffer.of(c));
    }

    @Override
    public void addColumnSums(Rows rows, Buffer x, Buffer sum) {
        float[] in = HeapBuffer.of(x).array();
        float[] out = HeapBuffer.of(sum).array();
        int from = HeapBuffer.of(x).offset();
        int to = HeapBuffer.of(sum).offset();
        for (int r = 0; r < rows.rows(); r++) {
            for (int c = 0; c < rows.columns(); c++) {
                out[to + c] = out[to + c] + in[from + r * rows.columns() + c];
            }
        }
    }

    @Override
    public void transpose(Transpose transpose, Buffer x, Buffer y) {
        float[] in = HeapBuffer.of(x).array();
        float[] out = HeapBuffer.of(y).array();
        int from = HeapBuffer.of(x).offset();
        int inner = transpose.inner();
        for (int o = 0; o < transpose.outer(); o++) {
            for (int r = 0; r < transpose.rows(); r++) {
                for (int c = 0; c < transpose.columns(); c++) {
                    int place = (o * transpose.columns() + c) * transpose.rows() + r;
                    System.arraycopy(in, from, out, HeapBuffer.of(y).offset() + place * inner, inner);
                    from += inner;
                }
            }
        }
    }
}
