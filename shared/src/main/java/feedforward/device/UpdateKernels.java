package feedforward.device;

/** What optimisers do to n weights w with gradient g, element by element; each operation is rounded. */
public interface UpdateKernels {

    /** w = w − rate·g. */
    void sgd(int n, float rate, Buffer g, Buffer w);

    /** u = momentum·u + g; w = w − rate·u. */
    void momentum(int n, float rate, float momentum, MomentBuffers buffers);

    /** u = momentum·u + g; w = w − rate·(g + momentum·u). */
    void nesterov(int n, float rate, float momentum, MomentBuffers buffers);

    /** u = u + g·g; w = w − (rate·g) / (√u + epsilon). */
    void adagrad(int n, float rate, float epsilon, MomentBuffers buffers);

    /** u = decay·u + (1 − decay)·(g·g), with 1 − decay rounded first; w = w − (rate·g) / (√u + epsilon). */
    void rmsProp(int n, float rate, float decay, float epsilon, MomentBuffers buffers);

    /**
     * m = β₁·m + (1 − β₁)·g; v = β₂·v + (1 − β₂)·(g·g), with 1 − β rounded first; w = w − (rate·m) / (√v·correction + epsilon).
     *
     * @param rate the learning rate / (1 − β₁ᵗ)
     * @param correction 1 / √(1 − β₂ᵗ)
     */
    void adam(int n, float rate, float correction, AdamConstants constants, AdamBuffers buffers);

    /** w = w·factor: decoupled weight decay. */
    void decay(int n, float factor, Buffer w);

    /** g = (g + l2·w) + l1·sign(w), with sign(±0) = 0. */
    void addPenaltyGradient(int n, float l1, float l2, Buffer w, Buffer g);

    /**
     * Σ x[i]² in double: sixteen partial sums p[l] = Σ x[l + 16·k]², k ascending from 0, then p[0] + p[1] + … + p[15] from the
     * left. A square of a float is exact in double.
     */
    double sumOfSquares(int n, Buffer x);
}
