package feedforward.device;

/**
 * The reference device: {@code float[]} and plain loops, each as near to the kernels' definitions as Java can say it. Runs
 * everywhere; every other device must agree with it in every bit.
 */
public final class HeapDevice implements Device {
    private final KernelFamilies kernels = new KernelFamilies(
            new HeapLinear(),
            new HeapElements(),
            new HeapImages(),
            new HeapNormalisation(),
            new HeapSequences(),
            new HeapLosses(),
            new HeapUpdates());

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public Buffer allocate(int length) {
        return HeapBuffer.zeros(length);
    }

    @Override
    public KernelFamilies kernels() {
        return kernels;
    }
}
