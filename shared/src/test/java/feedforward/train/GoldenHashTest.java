package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import feedforward.data.Dataset;
import feedforward.data.KnownDatasets;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.json.JsonFields;
import feedforward.json.StrictJson;
import feedforward.wire.RunSpecJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The weights after fixed small runs, to the bit, on every device of the JVM. {@code golden-runs.json} holds those that the
 * browser's devices must reach too. The hashes of those with dropout, batch normalisation, convolutions and pools were found by
 * a second implementation, in Python: numpy's float32 arrays run over outputs, Python's loops over every sum; it also gave
 * the hash of "relu, one example at a time". A hash that changes is either a bug, or a decision to change the arithmetic: then every
 * link, leaderboard and saved run of the past replays differently.
 */
public class GoldenHashTest {

    @TestFactory
    List<DynamicTest> everyDeviceTrainsToTheGoldenWeights() throws IOException {
        return goldenRuns("/golden-runs.json", name -> KnownDatasets.named(name).orElseThrow());
    }

    /** Images of more than one pixel, which the curve's points are not: kernels, strides, padding, windows. */
    @TestFactory
    List<DynamicTest> everyDeviceTrainsTheStripesToTheGoldenWeights() throws IOException {
        return goldenRuns("/golden-stripes-runs.json", name -> Stripes.dataset());
    }

    /**
     * Rectified units, cross-entropy, a short last batch, another seed, held-out examples. A second implementation, in
     * Python with every operation rounded by {@code struct.pack("<f", …)}, gave the same hashes for the seeds 1 and 2.
     */
    @TestFactory
    Stream<DynamicTest> everyDeviceTrainsAClassifierToTheGoldenWeights() {
        RunSpec spec = Blobs.spec();
        return devices()
                .flatMap(device -> Stream.of(
                        golden(
                                "blobs",
                                spec,
                                device,
                                "66d5426c9e172900e1c80521fdd42c44d50b90eb5d61a584757d1c5a30544c2a"),
                        golden(
                                "blobs, seed 2",
                                spec.withSeed(2),
                                device,
                                "3505b599f3b8aa1804f00905efe56910cd1ce8861c6fb5d57148e1f38c81a2d9"),
                        golden(
                                "blobs, largest seed",
                                spec.withSeed(RunSpec.LARGEST_SEED),
                                device,
                                "cf4aa8d11236469fd346f172c7a589d743f0efae0d6eced792fee39d08b394f6"),
                        golden(
                                "blobs, 25 held out",
                                Blobs.spec(25),
                                device,
                                "d28f7dd04d642447b1b443b67cca54ed9bf449552a1a1c73236bac9fc0476290")));
    }

    /** The runs of a resource on each of the devices. */
    protected List<DynamicTest> goldenRuns(String resource, Function<String, Dataset> data) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonValue golden : read(resource)) {
            JsonObject run = golden.asObject();
            RunSpec spec =
                    RunSpecJson.read(JsonFields.of("RunSpec", run.get("spec").asObject()));
            String expected = run.getString("weightsSha256", "");
            devices()
                    .forEach(device -> tests.add(DynamicTest.dynamicTest(
                            run.getString("name", "") + " on " + device.name(),
                            () -> assertGolden(spec, data.apply(spec.data().name()), device, expected))));
        }
        return tests;
    }

    /** The devices of this JVM. Each gets its own, since a device keeps memory from one product to the next. */
    protected Stream<Device> devices() {
        return Stream.of(new HeapDevice());
    }

    private static DynamicTest golden(String name, RunSpec spec, Device device, String expected) {
        return DynamicTest.dynamicTest(
                name + " on " + device.name(), () -> assertGolden(spec, Blobs.dataset(), device, expected));
    }

    private static void assertGolden(RunSpec spec, Dataset data, Device device, String expected) {
        Run run = Run.start(spec, data, device);
        while (!run.finished()) {
            run.advance();
        }
        String actual = run.network().sha256();
        assertThat(actual)
                .withFailMessage(
                        "Weights' hash: expected %s but was %s; either a bug, or a decision to change the arithmetic"
                                + " that makes every run of the past another",
                        expected, actual)
                .isEqualTo(expected);
    }

    private static List<JsonValue> read(String resource) throws IOException {
        try (InputStream in = GoldenHashTest.class.getResourceAsStream(resource)) {
            byte[] json = in.readAllBytes();
            return StrictJson.parse(resource, json, 0, json.length).asArray().values();
        }
    }
}
