package feedforward.bench;

import feedforward.device.Device;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/** A batch on the device, x [size, …] and t [size, targets]. */
record BenchBatch(int size, Tensor x, Tensor t) {

    static BenchBatch of(Device device, BenchNetwork description, BenchData data) {
        int size = description.batch();
        return new BenchBatch(
                size,
                Tensor.zeros(device, description.spec().input().withBatch(size)),
                Tensor.zeros(device, Shape.of(size, data.targets())));
    }
}
