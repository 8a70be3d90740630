package feedforward.bench;

import feedforward.device.Device;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/** A batch on the device, x [size, features] and t [size, targets]. */
record BenchBatch(int size, Tensor x, Tensor t) {

    static BenchBatch of(Device device, int size, BenchData data) {
        return new BenchBatch(
                size,
                Tensor.zeros(device, Shape.of(size, data.features())),
                Tensor.zeros(device, Shape.of(size, data.targets())));
    }
}
