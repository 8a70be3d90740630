package feedforward.device;

/** The loss of each row and its gradient, which carries a factor {@code scale}. Sums over a row ascend from 0. */
public interface LossKernels {

    /**
     * Softmax and cross-entropy in one: m = max z; e[c] = exp(z[c] − m); s = Σ e[c]; l = log s;
     * loss[r] = Σ t[c]·(l − (z[c] − m)) over the c with t[c] ≠ 0; gradient[c] = (e[c] / s − t[c])·scale.
     */
    void softmaxCrossEntropy(Rows rows, float scale, LossBuffers buffers);

    /** Half squared error: d[c] = y[c] − t[c]; loss[r] = (Σ d[c]·d[c])·½; gradient[c] = d[c]·scale. */
    void squaredError(Rows rows, float scale, LossBuffers buffers);

    /**
     * Sigmoid and binary cross-entropy in one, from the logit z: a = |z|; loss[r] = Σ ((max(z, 0) − z·t) + log(1 + exp(−a)));
     * gradient[c] = (σ(z[c]) − t[c])·scale.
     */
    void binaryCrossEntropy(Rows rows, float scale, LossBuffers buffers);

    /** d[c] = y[c] − t[c]; loss[r] = Σ |d[c]|; gradient[c] = sign(d[c])·scale, with sign(±0) = 0. */
    void absoluteError(Rows rows, float scale, LossBuffers buffers);

    /**
     * Huber's loss with δ = 1: d[c] = y[c] − t[c]; loss[r] = Σ (|d| ≤ 1 ? (d·d)·½ : |d| − ½);
     * gradient[c] = max(−1, min(1, d[c]))·scale.
     */
    void huber(Rows rows, float scale, LossBuffers buffers);

    /** Label smoothing (Szegedy et al. 2016): t[i] = t[i]·keep + share, in place. */
    void smooth(int n, float keep, float share, Buffer t);
}
