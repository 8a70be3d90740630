package feedforward.device;

/**
 * Memory and the kernels that run on it. Each kernel's comment defines every output element as an ordered sequence of
 * float32 operations, each rounded on its own (no fused multiply-add, no re-association), so that any device gives the
 * same bits. A device may vectorise and thread over outputs, never over a sum. Where a result is NaN, its sign and payload
 * are not defined.
 *
 * <p>Matrices are row-major. Kernels trust their arguments: layers validate shapes once, before. A device and its buffers
 * belong to one thread; the threads inside a device are its own affair.
 */
public interface Device {

    /** What the visitor reads: "heap", "vector", "wasm". */
    String name();

    /** A buffer of {@code length} zeros. */
    Buffer allocate(int length);

    /** x[i] = value for i in 0 … n−1. */
    void fill(int n, float value, Buffer x);

    /**
     * Matrix product. c[i,j] starts at 0, or at its old value when accumulating; then for p = 0 … k−1 in this order:
     * c[i,j] = c[i,j] + a[i,p]·b[p,j], the product rounded, then the sum.
     */
    void gemm(Gemm gemm, Buffer a, Buffer b, Buffer c);

    /** y[r,c] = f(y[r,c] + bias[c]), in place. */
    void biasActivation(Activation f, Rows rows, Buffer bias, Buffer y);

    /** dZ[i] = dY[i]·f′, as {@link Activation#gradient}; dZ may be dY. */
    void activationGradient(Activation f, int n, Buffer y, Buffer dY, Buffer dZ);

    /** sum[c] = sum[c] + x[r,c] for r = 0 … rows−1 in this order. */
    void addColumnSums(Rows rows, Buffer x, Buffer sum);

    /**
     * Each row on its own: m = max z; e[c] = exp(z[c] − m); s = Σ e[c], c ascending from 0; p[c] = e[c] / s. p may be z.
     */
    void softmax(Rows rows, Buffer z, Buffer p);

    /** Each row on its own: d = Σ dP[c]·p[c], c ascending from 0; dZ[c] = p[c]·(dP[c] − d). dZ may be dP. */
    void softmaxGradient(Rows rows, Buffer p, Buffer dP, Buffer dZ);

    /**
     * Softmax and cross-entropy in one, each row on its own, with m, e and s as in {@link #softmax}: l = log s;
     * loss[r] = Σ t[c]·(l − (z[c] − m)) over the c with t[c] ≠ 0, ascending from 0; gradient[c] = (e[c] / s − t[c])·scale.
     */
    void softmaxCrossEntropy(Rows rows, float scale, LossBuffers buffers);

    /**
     * Half squared error, each row on its own: d[c] = y[c] − t[c]; loss[r] = (Σ d[c]·d[c], c ascending from 0)·½;
     * gradient[c] = d[c]·scale.
     */
    void squaredError(Rows rows, float scale, LossBuffers buffers);

    /** w[i] = w[i] − rate·g[i]. */
    void sgd(int n, float rate, Buffer g, Buffer w);
}
