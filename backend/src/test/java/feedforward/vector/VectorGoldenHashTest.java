package feedforward.vector;

import feedforward.device.Device;
import feedforward.train.GoldenHashTest;
import java.util.stream.Stream;

class VectorGoldenHashTest extends GoldenHashTest {
    @Override
    protected Stream<Device> devices() {
        return Stream.of(new VectorDevice(1), new VectorDevice(2, 1));
    }
}
