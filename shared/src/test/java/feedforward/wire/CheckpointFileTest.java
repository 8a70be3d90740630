package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.data.TextCorpus;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.json.JsonFormatException;
import feedforward.layer.DenseSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.model.Safetensors;
import feedforward.model.SafetensorsException;
import feedforward.model.StoredTensor;
import feedforward.model.WeightsException;
import feedforward.optimiser.AdamSpec;
import feedforward.tensor.Shape;
import feedforward.train.Checkpoint;
import feedforward.train.DataSpec;
import feedforward.train.EarlyStopping;
import feedforward.train.Recipe;
import feedforward.train.Regime;
import feedforward.train.Regularisation;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class CheckpointFileTest {
    private static final RunSpec CURVE = Recipe.CURVE_TANH.spec();
    private static final RunSpec SPEC = new RunSpec(
            new DataSpec(Curve.NAME, Curve.SHA256, 10),
            CURVE.network(),
            CURVE.loss(),
            AdamSpec.of(0.01f),
            7,
            10,
            1,
            Regime.PLAIN.with(Regularisation.NONE.withAveraging(0.9f)).with(new EarlyStopping(3)));

    private final Device device = new HeapDevice();

    @Test
    void aCheckpointComesBackToTheBit() {
        Checkpoint reached = reached(12);
        assertThat(reached.best()).isPresent();
        Checkpoint read = CheckpointFile.parse(CheckpointFile.write(reached));
        assertThat(read).isEqualTo(reached);
        assertThat(CheckpointFile.write(read)).isEqualTo(CheckpointFile.write(reached));
    }

    @Test
    void aRunGoesOnFromItsFileAsIfItHadNeverStopped() {
        Run resumed = Run.resume(CheckpointFile.parse(CheckpointFile.write(reached(12))), Curve.dataset(), device);
        Run whole = Run.start(SPEC, Curve.dataset(), device);
        finish(resumed);
        finish(whole);
        assertThat(resumed.network().sha256()).isEqualTo(whole.network().sha256());
    }

    @Test
    void aRunThatRemembersNothingHasASmallFile() {
        Checkpoint start = Run.start(CURVE, Curve.dataset(), device).checkpoint();
        Safetensors file = Safetensors.parse(CheckpointFile.write(start));
        assertThat(file.tensors().keySet())
                .containsExactly("network.fc1.weight", "network.fc1.bias", "network.fc2.weight", "network.fc2.bias");
        assertThat(file.metadata()).containsEntry("progress", "{\"step\":0}").containsOnlyKeys("runSpec", "progress");
        assertThat(CheckpointFile.parse(CheckpointFile.write(start))).isEqualTo(start);
    }

    /** No layer has more tensors than a GRU, and no run keeps more of each than one with Adam, averages and early stopping. */
    @Test
    void theCheckpointOfAHundredLayersTakesHalfOfTheLongestHeader() {
        List<LayerSpec> layers = new ArrayList<>(Collections.nCopies(97, new GruSpec(1, 0, true)));
        layers.add(0, new GruSpec(1, 2, true));
        layers.add(new DenseSpec(2, Activation.LINEAR));
        layers.add(new SoftmaxSpec());
        Dataset text = TextCorpus.of("letters", "ab".repeat(100)).dataset(3);
        RunSpec spec = new RunSpec(
                new DataSpec(text.name(), text.sha256(), 10),
                new NetworkSpec(Shape.of(3), layers),
                LossKind.CROSS_ENTROPY,
                AdamSpec.of(0.01f),
                10,
                1,
                1,
                SPEC.regime());
        Run run = Run.start(spec, text, device);
        finish(run);
        byte[] file = CheckpointFile.write(run.checkpoint());

        // 98·4 + 2 of the network, two moments, an average and the best of each, and 98 states.
        assertThat(CheckpointFile.parse(file)).isEqualTo(run.checkpoint());
        assertThat(Safetensors.parse(file).tensors()).hasSize(5 * 394 + 98);
        assertThat(file.length).isLessThan(Safetensors.MAX_HEADER / 2);
    }

    @Test
    void tensorsAreNamedByWhatTheyAreFor() {
        assertThat(Safetensors.parse(CheckpointFile.write(reached(12))).tensors())
                .hasSize(4 + 8 + 4 + 4)
                .containsKeys(
                        "network.fc1.weight",
                        "memory.optimiser.v.fc2.bias",
                        "memory.average.fc1.weight",
                        "best.fc2.weight");
    }

    @Test
    void aFileOfWeightsAloneIsRefused() {
        Safetensors good = good();
        assertRefused(without(good, "runSpec"), good.tensors())
                .isInstanceOf(WeightsException.class)
                .hasMessage(
                        "Checkpoint: expected \"runSpec\" among its metadata but found [progress]; a file of weights"
                                + " alone cannot be resumed");
        assertRefused(without(good, "progress"), good.tensors())
                .isInstanceOf(WeightsException.class)
                .hasMessage(
                        "Checkpoint: expected \"progress\" among its metadata but found [runSpec]; a file of weights"
                                + " alone cannot be resumed");
    }

    @Test
    void progressThatIsMalformedIsNamed() {
        assertProgressRefused("{}", "Checkpoint progress step: expected this field but it is missing");
        assertProgressRefused(
                "{\"step\":-1}", "Checkpoint progress step: expected a whole number in [0, 2,147,483,647] but was -1");
        assertProgressRefused(
                "{\"step\":12,\"x\":1,\"best\":" + best(12) + "}",
                "Checkpoint progress: expected only the fields step, best but was also given \"x\"");
        assertProgressRefused(
                "{\"step\":12,\"best\":{}}", "Checkpoint progress best.step: expected this field but it is missing");
        assertProgressRefused(
                "{\"step\":12,\"best\":null}", "Checkpoint progress best: expected an object but was null");
    }

    @Test
    void aBestThatContradictsItselfIsRefused() {
        Safetensors good = good();
        assertRefused(with(good, "progress", "{\"step\":3,\"best\":" + best(12) + "}"), good.tensors())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Checkpoint best: expected a judgedStep of at most 3, the steps that are done, but was 12");
        String infinite =
                best(12).replaceFirst("\"lossBits\":\\d+", "\"lossBits\":" + Double.doubleToLongBits(1 / 0.0));
        assertRefused(with(good, "progress", "{\"step\":12,\"best\":" + infinite + "}"), good.tensors())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Checkpoint best: expected a finite loss");
        assertRefused(with(good, "progress", "{\"step\":12}"), good.tensors())
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(
                        "Checkpoint: expected no best weights, since its progress has no \"best\", but");
    }

    @Test
    void tensorsOfNoSectionAreRefused() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(good().tensors());
        tensors.put("fc1.weight", new StoredTensor(Shape.of(1), new float[1]));
        assertRefused(good().metadata(), tensors)
                .isInstanceOf(WeightsException.class)
                .hasMessage("Checkpoint: expected tensors whose names begin with network., memory. or best. but found"
                        + " \"fc1.weight\"");
    }

    @Test
    void anotherNumberOfWeightsIsRefusedBeforeAnythingIsBuilt() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(good().tensors());
        tensors.remove("network.fc1.bias");
        assertRefused(good().metadata(), tensors)
                .isInstanceOf(WeightsException.class)
                .hasMessage("Checkpoint: expected 301 weights, as its network has, but found 201");
    }

    @Test
    void bestWeightsOfAnotherNetworkAreRefused() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>(good().tensors());
        tensors.remove("best.fc1.bias");
        assertRefused(good().metadata(), tensors)
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("Checkpoint best: expected the tensors {fc1.weight=[100, 1]");
    }

    @Test
    void whatIsNoSafetensorsFileIsRefused() {
        assertThatThrownBy(() -> CheckpointFile.parse(new byte[] {1, 2, 3})).isInstanceOf(SafetensorsException.class);
        byte[] file = CheckpointFile.write(reached(12));
        for (int length = 0; length < file.length; length += 97) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> CheckpointFile.parse(cut)).isInstanceOf(SafetensorsException.class);
        }
    }

    private Safetensors good() {
        return Safetensors.parse(CheckpointFile.write(reached(12)));
    }

    private Checkpoint reached(int step) {
        Run run = Run.start(SPEC, Curve.dataset(), device);
        while (run.stepsDone() < step) {
            run.advance();
        }
        return run.checkpoint();
    }

    private static String best(int judgedStep) {
        return "{\"step\":5,\"lossBits\":4607182418800017408,\"judgedStep\":" + judgedStep + ",\"waited\":1}";
    }

    private static Map<String, String> with(Safetensors file, String name, String text) {
        Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
        metadata.put(name, text);
        return metadata;
    }

    private static Map<String, String> without(Safetensors file, String name) {
        Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
        metadata.remove(name);
        return metadata;
    }

    private void assertProgressRefused(String json, String message) {
        assertRefused(with(good(), "progress", json), good().tensors())
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(message);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(
            Map<String, String> metadata, Map<String, StoredTensor> tensors) {
        byte[] file = new Safetensors(metadata, tensors).toBytes();
        return assertThatThrownBy(() -> CheckpointFile.parse(file));
    }

    private static void finish(Run run) {
        while (!run.finished()) {
            run.advance();
        }
    }
}
