package feedforward;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.device.KernelFamilies;

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
    public KernelFamilies kernels() {
        return heap.kernels();
    }
}
