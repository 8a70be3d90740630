package feedforward;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.ElementKernels;
import feedforward.device.HeapDevice;
import feedforward.device.ImageKernels;
import feedforward.device.LinearKernels;
import feedforward.device.LossKernels;
import feedforward.device.NormalisationKernels;
import feedforward.device.SequenceKernels;
import feedforward.device.UpdateKernels;

/** A heap device that counts the values it is asked for. Mutable. */
public final class CountingDevice implements Device {
    private final HeapDevice heap = new HeapDevice();
    private long allocated;

    /** The values of all buffers so far. */
    public long allocated() {
        return allocated;
    }

    @Override
    public String name() {
        return heap.name();
    }

    @Override
    public Buffer allocate(int length) {
        allocated += length;
        return heap.allocate(length);
    }

    @Override
    public LinearKernels linear() {
        return heap.linear();
    }

    @Override
    public ElementKernels elements() {
        return heap.elements();
    }

    @Override
    public ImageKernels images() {
        return heap.images();
    }

    @Override
    public NormalisationKernels normalisation() {
        return heap.normalisation();
    }

    @Override
    public SequenceKernels sequences() {
        return heap.sequences();
    }

    @Override
    public LossKernels losses() {
        return heap.losses();
    }

    @Override
    public UpdateKernels updates() {
        return heap.updates();
    }
}
