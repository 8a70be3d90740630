package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.data.Curve;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.json.JsonFormatException;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.Padding;
import feedforward.layer.Pass;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.model.Safetensors;
import feedforward.model.SafetensorsException;
import feedforward.model.StoredTensor;
import feedforward.model.WeightsException;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import feedforward.train.Checkpoint;
import feedforward.train.EvaluationReport;
import feedforward.train.Recipe;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class SavedModelTest {
    private static final RunSpec SPEC = Recipe.CURVE_TANH.spec().withEpochs(50);

    private final Device device = new HeapDevice();
    private final Run run = Run.start(SPEC, Curve.dataset(), device);

    @Test
    void aModelComesBackWithItsWeightsItsRunAndItsMetrics() {
        EvaluationReport metrics = new EvaluationReport(50, 0.00125, OptionalDouble.of(0.5));
        SavedModel model = SavedModel.of(run.checkpoint(), Optional.of(metrics));
        SavedModel read = SavedModel.parse(model.toBytes());
        assertThat(read).isEqualTo(model);
        assertThat(read.run()).contains(SPEC);
        assertThat(read.metrics()).contains(metrics);
        assertThat(read.sha256()).isEqualTo(run.network().sha256());
    }

    @Test
    void aRoundedModelComesBackFromAFileHalfAsLongAndSaysWhatItWas() {
        EvaluationReport metrics = new EvaluationReport(50, 0.00125, OptionalDouble.empty());
        SavedModel model = SavedModel.of(run.checkpoint(), Optional.of(metrics));

        SavedModel rounded = model.rounded();

        SavedModel read = SavedModel.parse(rounded.toBytes());
        assertThat(read).isEqualTo(rounded).isEqualTo(rounded.rounded());
        assertThat(read.metrics()).isEmpty();
        assertThat(read.rounding()).contains(new Rounding(model.sha256(), Optional.of(metrics)));
        assertThat(read.weights().get("fc1.weight"))
                .isEqualTo(model.weights().get("fc1.weight").roundedToFloat16());
        assertThat(model.toBytes().length - rounded.toBytes().length).isGreaterThan(301);
    }

    @Test
    void aModelThatSaysItWasRoundedAndWasNotIsNotWritten() {
        SavedModel model = SavedModel.of(run.checkpoint(), Optional.empty());
        SavedModel untrue = new SavedModel(
                model.network(),
                model.run(),
                model.metrics(),
                model.weights(),
                Optional.of(new Rounding(model.sha256(), Optional.empty())));

        assertThatThrownBy(untrue::toBytes).hasMessageContaining("expected values that float16 has");
    }

    /** 10 weights and 36 million outputs: 6,000 · 6,000 pixels, of which one filter of 3 · 3 makes 5,998 · 5,998. */
    @Test
    void aNetworkThatNeedsMoreMemoryThanAnyOfOursIsRefusedBeforeItIsBuilt() {
        NetworkSpec large = new NetworkSpec(
                Shape.of(6000, 6000, 1), List.of(new Conv2dSpec(1, 3, Padding.VALID, Activation.LINEAR)));
        Map<String, StoredTensor> weights = new LinkedHashMap<>();
        weights.put("conv1.weight", new StoredTensor(Shape.of(1, 1, 3, 3), new float[9]));
        weights.put("conv1.bias", new StoredTensor(Shape.of(1), new float[1]));
        byte[] file = new SavedModel(large, Optional.empty(), Optional.empty(), weights).toBytes();
        assertThatThrownBy(() -> SavedModel.parse(file))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith(
                        "Model file: expected a network that keeps at most 16,777,216 values for one example,"
                                + " but its architecture keeps ");
    }

    @Test
    void aModelWithoutRunAndMetricsComesBack() {
        SavedModel model = new SavedModel(
                SPEC.network(),
                Optional.empty(),
                Optional.empty(),
                run.network().weights());
        assertThat(SavedModel.parse(model.toBytes())).isEqualTo(model);
    }

    @Test
    void aNetworkFromAFilePredictsTheSameBits() {
        finish(run);
        Network read = SavedModel.parse(
                        SavedModel.of(run.checkpoint(), Optional.empty()).toBytes())
                .build(device, 40);
        Tensor x = Tensor.of(device, Shape.of(40, 1), Curve.places());
        assertThat(read.forward(x).toArray())
                .containsExactly(run.network().forward(x).toArray());
    }

    @Test
    void aRunTakenUpFromAFileEndsInTheSameBits() {
        while (run.stepsDone() < 17) {
            run.advance();
        }
        SavedModel read = SavedModel.parse(
                SavedModel.of(run.checkpoint(), Optional.empty()).toBytes());
        Run resumed = Run.resume(new Checkpoint(read.run().orElseThrow(), 17, read.weights()), Curve.dataset(), device);
        finish(resumed);
        finish(run);
        assertThat(resumed.network().sha256()).isEqualTo(run.network().sha256());
    }

    @Test
    void whatIsKeptButNotLearntIsSavedToo() {
        NetworkSpec network =
                new NetworkSpec(Shape.of(2), List.of(new BatchNormSpec(), new DenseSpec(1, Activation.LINEAR)));
        Network trained = Network.build(network, device, 3, 1);
        Tensor x = Tensor.of(device, Shape.of(3, 2), 1, 2, 3, 5, 8, 13);
        trained.backward(trained.forward(x, Pass.training(1, 0)));
        SavedModel model = new SavedModel(network, Optional.empty(), Optional.empty(), trained.weights());
        assertThat(network.parameters()).isEqualTo(4 + 3);
        assertThat(network.stored()).isEqualTo(8 + 3);
        SavedModel read = SavedModel.parse(model.toBytes());
        assertThat(read).isEqualTo(model);
        assertThat(read.build(device, 3).forward(x).toArray())
                .containsExactly(trained.forward(x).toArray());
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        SavedModel model = SavedModel.of(run.checkpoint(), Optional.empty());
        assertThat(SavedModel.parse(model.toBytes()).toBytes()).isEqualTo(model.toBytes());
    }

    @Test
    void weightsAreCopied() {
        Map<String, StoredTensor> weights = new LinkedHashMap<>(run.network().weights());
        SavedModel model = new SavedModel(SPEC.network(), Optional.empty(), Optional.empty(), weights);
        weights.clear();
        assertThat(model.weights()).hasSize(4);
    }

    @Test
    void aFileWithoutArchitectureIsRefused() {
        byte[] file = new Safetensors(Map.of("format", "pt"), run.network().weights()).toBytes();
        assertThatThrownBy(() -> SavedModel.parse(file))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Model file: expected \"architecture\" among its metadata but found [format]; save it from"
                        + " here, or add the description of its layers");
    }

    @Test
    void aShortFileCannotClaimALargeNetwork() {
        String claim = NetworkSpecJson.write(Recipe.MNIST_MLP.spec().network()).toString();
        byte[] file =
                new Safetensors(Map.of("architecture", claim), run.network().weights()).toBytes();
        assertThatThrownBy(() -> SavedModel.parse(file))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Model file: expected 118,282 weights, as its architecture has, but found 301");
    }

    @Test
    void weightsOfAnotherShapeAreRefusedWhenTheNetworkIsBuilt() {
        Map<String, StoredTensor> weights = new LinkedHashMap<>(run.network().weights());
        weights.put("fc1.weight", new StoredTensor(Shape.of(1, 100), new float[100]));
        SavedModel model =
                SavedModel.parse(new SavedModel(SPEC.network(), Optional.empty(), Optional.empty(), weights).toBytes());
        assertThatThrownBy(() -> model.build(device, 1))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Weights \"fc1.weight\": expected shape [100, 1] but was [1, 100]");
    }

    @Test
    void metadataThatAreWrongAreNamed() {
        String architecture = NetworkSpecJson.write(SPEC.network()).toString();
        assertMetadataRefused(Map.of("architecture", "{}"))
                .hasMessage("Model architecture input: expected this field but it is missing");
        assertMetadataRefused(Map.of("architecture", "dense"))
                .hasMessageStartingWith("Model architecture at 1:1: expected");
        assertMetadataRefused(Map.of("architecture", architecture, "runSpec", "{}"))
                .hasMessage("RunSpec data: expected this field but it is missing");
        assertMetadataRefused(Map.of("architecture", architecture, "metrics", "{}"))
                .hasMessage("Model metrics accuracy: expected this field but it is missing");
    }

    @Test
    void whatIsNoSafetensorsFileIsRefused() {
        assertThatThrownBy(() -> SavedModel.parse(new byte[] {1, 2, 3})).isInstanceOf(SafetensorsException.class);
    }

    private AbstractThrowableAssert<?, ?> assertMetadataRefused(Map<String, String> metadata) {
        byte[] file = new Safetensors(metadata, run.network().weights()).toBytes();
        return assertThatThrownBy(() -> SavedModel.parse(file)).isInstanceOf(JsonFormatException.class);
    }

    private static void finish(Run run) {
        while (!run.finished()) {
            run.advance();
        }
    }
}
