package feedforward.device;

/** Matrix products and what goes with them. */
public interface LinearKernels {

    /**
     * Matrix product. c[i,j] starts at 0, or at its old value when accumulating; then for p = 0 … k−1 in this order:
     * c[i,j] = c[i,j] + a[i,p]·b[p,j], the product rounded, then the sum.
     */
    void gemm(Gemm gemm, Buffer a, Buffer b, Buffer c);

    /** sum[c] = sum[c] + x[r,c] for r = 0 … rows−1 in this order. */
    void addColumnSums(Rows rows, Buffer x, Buffer sum);

    /** Swaps two axes: y[o,c,r,i] = x[o,r,c,i] for x [outer, rows, columns, inner]. y is another buffer than x. */
    void transpose(Transpose transpose, Buffer x, Buffer y);
}
