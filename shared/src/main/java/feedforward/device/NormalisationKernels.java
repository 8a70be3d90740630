package feedforward.device;

/** Batch normalisation of the columns of a matrix [rows, columns] (Ioffe and Szegedy 2015). */
public interface NormalisationKernels {

    /**
     * Each column on its own: mean = (Σ x[r], r ascending from 0) / rows; variance = (Σ d·d with d = x[r] − mean, r ascending
     * from 0) / rows.
     *
     * @param mean and {@code variance} [columns], written
     */
    void statistics(Rows rows, Buffer x, Buffer mean, Buffer variance);

    /** old[i] = old[i]·(1 − part) + new[i]·part, with 1 − part rounded first. */
    void blend(int n, float part, Buffer fresh, Buffer old);

    /**
     * s[c] = 1 / √(variance[c] + epsilon); y[r,c] = ((x[r,c] − mean[c])·s[c])·scale[c] + shift[c], each operation rounded.
     * y may be x.
     */
    void normalise(Rows rows, float epsilon, NormalisationBuffers buffers);

    /**
     * Backward through {@link #normalise} and, as both depend on x, {@link #statistics}. With x̂ = (x − mean)·s as above,
     * a[c] = Σ dY and b[c] = Σ dY·x̂, r ascending from 0, are added to dShift and dScale; then
     * dX[r,c] = (scale[c]·s[c])·((dY − a/rows) − x̂·(b/rows)).
     */
    void gradient(Rows rows, float epsilon, NormalisationBuffers buffers, NormalisationGradients gradients);
}
