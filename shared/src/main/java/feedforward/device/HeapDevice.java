package feedforward.device;

/**
 * The reference device: {@code float[]} and plain loops, each as near to the kernels' definitions as Java can say it. Runs
 * everywhere; every other device must agree with it in every bit.
 */
public final class HeapDevice implements Device {
    private final LinearKernels linear = new HeapLinear();
    private final ElementKernels elements = new HeapElements();
    private final ImageKernels images = new HeapImages();
    private final NormalisationKernels normalisation = new HeapNormalisation();
    private final SequenceKernels sequences = new HeapSequences();
    private final LossKernels losses = new HeapLosses();
    private final UpdateKernels updates = new HeapUpdates();

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public Buffer allocate(int length) {
        return HeapBuffer.zeros(length);
    }

    @Override
    public LinearKernels linear() {
        return linear;
    }

    @Override
    public ElementKernels elements() {
        return elements;
    }

    @Override
    public ImageKernels images() {
        return images;
    }

    @Override
    public NormalisationKernels normalisation() {
        return normalisation;
    }

    @Override
    public SequenceKernels sequences() {
        return sequences;
    }

    @Override
    public LossKernels losses() {
        return losses;
    }

    @Override
    public UpdateKernels updates() {
        return updates;
    }
}
