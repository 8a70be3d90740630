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

    /** What programs call it: "heap", "vector", "wasm". */
    String name();

    /** A buffer of {@code length} zeros. */
    Buffer allocate(int length);

    /** Its kernels: those of now, as a device may get faster ones while it is in use. */
    KernelFamilies kernels();

    /** Matrix products and what goes with them. */
    default LinearKernels linear() {
        return kernels().linear();
    }

    /** Functions of elements and of rows: activations, dropout, softmax. */
    default ElementKernels elements() {
        return kernels().elements();
    }

    /** Convolution and pooling. */
    default ImageKernels images() {
        return kernels().images();
    }

    /** Normalisation by a batch's own statistics. */
    default NormalisationKernels normalisation() {
        return kernels().normalisation();
    }

    /** Table look-up and the cells of recurrent layers. */
    default SequenceKernels sequences() {
        return kernels().sequences();
    }

    /** Losses and their gradients. */
    default LossKernels losses() {
        return kernels().losses();
    }

    /** What optimisers do to weights. */
    default UpdateKernels updates() {
        return kernels().updates();
    }

    /** Waits until the device works as fast as it will, for whoever measures it. */
    default void awaitFullSpeed() {}

    /** Frees what the device holds besides its buffers, its threads for one. */
    @Override
    default void close() {}
}
