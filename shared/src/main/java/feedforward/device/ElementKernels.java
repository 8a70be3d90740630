package feedforward.device;

/** Functions of single elements and of rows. */
public interface ElementKernels {

    /** x[i] = value for i in 0 … n−1. */
    void fill(int n, float value, Buffer x);

    /** y[i] = y[i] + x[i]. */
    void add(int n, Buffer x, Buffer y);

    /** y[i] = x[i]·factor. y may be x. */
    void scale(int n, float factor, Buffer x, Buffer y);

    /** z[r,c] = z[r,c] + bias[c], in place, then y[r,c] = f(z[r,c]). y may be z, whose sums are lost then. */
    void biasActivation(Activation f, Rows rows, Buffer bias, Buffer z, Buffer y);

    /** y[i] = f(z[i]). y may be z. */
    void activation(Activation f, int n, Buffer z, Buffer y);

    /**
     * dZ[i] = dY[i]·f′, as {@link Activation#gradient}; dZ may be dY.
     *
     * @param saved z where {@link Activation#gradientNeedsInput()}, else y
     */
    void activationGradient(Activation f, int n, Buffer saved, Buffer dY, Buffer dZ);

    /**
     * y[i] = x[i]·scale where {@link Dropout#keeps} i, else +0, whatever x[i] is. y may be x. The gradient is the same
     * function of dY.
     */
    void dropout(Dropout dropout, int n, Buffer x, Buffer y);

    /**
     * Each row on its own: m = max z; e[c] = exp(z[c] − m); s = Σ e[c], c ascending from 0; p[c] = e[c] / s. p may be z.
     */
    void softmax(Rows rows, Buffer z, Buffer p);

    /** Each row on its own: d = Σ dP[c]·p[c], c ascending from 0; dZ[c] = p[c]·(dP[c] − d). dZ may be dP. */
    void softmaxGradient(Rows rows, Buffer p, Buffer dP, Buffer dZ);
}
