package feedforward.vector;

import feedforward.data.Dataset;
import feedforward.datasets.BuiltInDatasets;
import feedforward.device.Device;
import feedforward.train.GoldenHashTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VectorGoldenHashTest extends GoldenHashTest {

    /** Images of 28×28 pixels, which only this module has and the page; the hash is the heap device's. */
    @TestFactory
    List<DynamicTest> everyDeviceTrainsOnDigitsToTheGoldenWeights() throws IOException {
        Dataset digits = BuiltInDatasets.mnist().data();
        return goldenRuns("/golden-digits-runs.json", name -> digits);
    }

    @Override
    protected Stream<Device> devices() {
        return Stream.of(VectorDevice.warm(1, 1), VectorDevice.warm(2, 1), VectorDevice.start(2));
    }
}
