package feedforward.bench;

import feedforward.device.Device;
import feedforward.tensor.Tensor;

/** A batch on the device, x and t [size, …]. */
record BenchBatch(int size, Tensor x, Tensor t) {

    static BenchBatch of(Device device, BenchNetwork description) {
        int size = description.batch();
        return new BenchBatch(
                size,
                Tensor.zeros(device, description.spec().input().withBatch(size)),
                Tensor.zeros(device, description.spec().output().withBatch(size)));
    }
}
