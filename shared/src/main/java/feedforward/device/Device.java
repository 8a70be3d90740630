package feedforward.device;

/**
 * Memory and the kernels that run on it, in families. Each kernel's comment defines every output element as an ordered
 * sequence of float32 operations, each rounded on its own (no fused multiply-add, no re-association), so that any device
 * gives the same bits. A device may vectorise and thread over outputs, never over a sum. Where a result is NaN, its sign and
 * payload are not defined.
 *
 * <p>Matrices are row-major, images [N, H, W, C], sequences [T, N, features] inside recurrent layers. Kernels trust their
 * arguments: layers validate shapes once, before. A device and its buffers belong to one thread; the threads inside a device
 * are its own affair.
 */
public interface Device extends AutoCloseable {

    /** What the visitor reads: "heap", "vector", "wasm". */
    String name();

    /** A buffer of {@code length} zeros. */
    Buffer allocate(int length);

    /** Matrix products and what goes with them. */
    LinearKernels linear();

    /** Functions of elements and of rows: activations, dropout, softmax. */
    ElementKernels elements();

    /** Convolution and pooling. */
    ImageKernels images();

    /** Normalisation by a batch's own statistics. */
    NormalisationKernels normalisation();

    /** Table look-up and the cells of recurrent layers. */
    SequenceKernels sequences();

    /** Losses and their gradients. */
    LossKernels losses();

    /** What optimisers do to weights. */
    UpdateKernels updates();

    /** Waits until the device works as fast as it will, for whoever measures it. */
    default void awaitFullSpeed() {}

    /** Frees what the device holds besides its buffers, its threads for one. */
    @Override
    default void close() {}
}
