package feedforward.vector;

import feedforward.device.Device;
import feedforward.train.GoldenHashTest;
import java.util.stream.Stream;

class VectorGoldenHashTest extends GoldenHashTest {
    @Override
    protected Stream<Device> devices() {
        return Stream.of(VectorDevice.warm(1, 1), VectorDevice.warm(2, 1), VectorDevice.start(2));
    }
}
