package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.data.Curve;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.json.JsonFields;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.Padding;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.EvaluationReport;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ModelPackageTest {
    private static final RunSpec RUN = Recipe.MNIST_SOFTMAX.spec().withSeed(7);
    private static final SavedModel MODEL = model(
            RUN.network(),
            Optional.of(RUN),
            Optional.of(new EvaluationReport(4690, 0.2801239, OptionalDouble.of(0.9226))));

    @Test
    void zipHoldsModelWeightsConfigAndCard() throws IOException {
        Map<String, byte[]> files = files(MODEL);

        assertThat(files.keySet()).containsExactly("README.md", "config.json", "weights.safetensors", "model.onnx");
        assertThat(files.get("weights.safetensors")).isEqualTo(MODEL.toBytes());
        assertThat(files.get("model.onnx")).isEqualTo(ModelFormat.ONNX.write(MODEL));
    }

    @Test
    void configSaysNetworkRunAndHash() throws IOException {
        JsonObject config = Json.parse(text(files(MODEL).get("config.json"))).asObject();

        assertThat(config.names()).containsExactly("architecture", "runSpec", "metrics", "parameters", "weightsSha256");
        assertThat(NetworkSpecJson.read(
                        JsonFields.parse("", config.get("architecture").toString())))
                .isEqualTo(MODEL.network());
        assertThat(RunSpecJson.read(config.get("runSpec").toString())).isEqualTo(RUN);
        assertThat(config.getInt("parameters", 0)).isEqualTo(7850);
        assertThat(config.getString("weightsSha256", "")).isEqualTo(MODEL.sha256());
    }

    @Test
    void cardSaysDataRecipeAccuracyAndHash() {
        assertThat(ModelCard.write(MODEL))
                .startsWith("# mnist-softmax-seed7\n")
                .contains("| Data | mnist, SHA-256 " + RUN.data().sha256() + " |\n")
                .contains(
                        "| Recipe | `mnist-softmax`: `feedforward train mnist-softmax --seed 7` gives the same weights,"
                                + " bit for bit |\n")
                .contains("| Accuracy | 92.26 % on the test set |\n")
                .contains("| Loss | 0.280124 on the test set, after 4,690 steps |\n")
                .contains("| Parameters | 7,850 |\n")
                .contains("| SHA-256 of the weights | " + MODEL.sha256() + " |\n")
                .contains("| fc1 | `{\"type\":\"dense\",\"units\":10,\"activation\":\"linear\"}` | [10] |\n")
                .contains("x = numpy.zeros([1, 784], numpy.float32)\n");
    }

    @Test
    void cardOfARunJudgedByHeldOutExamplesSaysSo() {
        RunSpec run = new RunSpec(
                new DataSpec(Curve.NAME, Curve.SHA256, 10),
                Recipe.CURVE_TANH.spec().network(),
                Recipe.CURVE_TANH.spec().loss(),
                RUN.optimiser(),
                5,
                2,
                1);
        SavedModel model = model(
                run.network(), Optional.of(run), Optional.of(new EvaluationReport(12, 0.5, OptionalDouble.empty())));

        assertThat(ModelCard.write(model))
                .startsWith("# model-" + model.sha256().substring(0, 8) + "\n")
                .contains("| Loss | 0.5 on 10 examples held out, after 12 steps |\n")
                .doesNotContain("Accuracy", "Recipe");
    }

    @Test
    void cardShowsInputsAsOnnxHasThem() {
        NetworkSpec images = new NetworkSpec(
                Shape.of(6, 5, 2),
                List.of(
                        new Conv2dSpec(3, 3, Padding.VALID, Activation.RELU),
                        new FlattenSpec(),
                        new DenseSpec(1, Activation.LINEAR)));
        NetworkSpec ids = new NetworkSpec(Shape.of(4), List.of(new LstmSpec(2, 9, true)));

        assertThat(ModelCard.write(model(images, Optional.empty(), Optional.empty())))
                .contains("numpy.zeros([1, 2, 6, 5], numpy.float32)");
        assertThat(ModelCard.write(model(ids, Optional.empty(), Optional.empty())))
                .contains("numpy.zeros([1, 4], numpy.int64)");
    }

    private static SavedModel model(NetworkSpec network, Optional<RunSpec> run, Optional<EvaluationReport> metrics) {
        return new SavedModel(
                network,
                run,
                metrics,
                Network.build(network, new HeapDevice(), 1, 1).weights());
    }

    private static Map<String, byte[]> files(SavedModel model) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ModelFormat.ZIP.write(model)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
