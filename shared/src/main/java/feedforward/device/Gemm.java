package feedforward.device;

/**
 * One matrix product C = op(A)·op(B), or C += op(A)·op(B) when {@code accumulate} is set, where op transposes or not.
 *
 * <p>Shapes: op(A) [m, k], op(B) [k, n], C [m, n], all row-major and dense. A transposed A lies in memory as [k, m], a
 * transposed B as [n, k].
 *
 * @param sameB the caller's word that the device's product just before this one had the same sizes and the same B, whose values
 *     have not changed since: what a device prepared of B then serves again
 */
public record Gemm(int m, int n, int k, boolean transposeA, boolean transposeB, boolean accumulate, boolean sameB) {

    /** C = A·B. */
    public static Gemm of(int m, int n, int k) {
        return new Gemm(m, n, k, false, false, false, false);
    }

    /** C = Aᵀ·op(B). */
    public Gemm transposingA() {
        return new Gemm(m, n, k, true, transposeB, accumulate, sameB);
    }

    /** C = op(A)·Bᵀ. */
    public Gemm transposingB() {
        return new Gemm(m, n, k, transposeA, true, accumulate, sameB);
    }

    /** C += op(A)·op(B). */
    public Gemm accumulating() {
        return new Gemm(m, n, k, transposeA, transposeB, true, sameB);
    }

    /** The same product on the B of the product before. */
    public Gemm again() {
        return new Gemm(m, n, k, transposeA, transposeB, accumulate, true);
    }
}
