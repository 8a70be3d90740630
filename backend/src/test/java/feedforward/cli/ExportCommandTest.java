package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.HeapDevice;
import feedforward.hash.Sha256;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.train.Recipe;
import feedforward.wire.ModelFormat;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportCommandTest {
    private static final NetworkSpec NETWORK = Recipe.CURVE_TANH.spec().network();
    private static final SavedModel SAVED = new SavedModel(
            NETWORK,
            Optional.of(Recipe.CURVE_TANH.spec()),
            Optional.empty(),
            Network.build(NETWORK, new HeapDevice(), 1, 1).weights());

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void save() throws IOException {
        model = Files.write(folder.resolve("curve.safetensors"), SAVED.toBytes());
    }

    @ParameterizedTest
    @EnumSource
    void fileIsTheFormats(ModelFormat format) throws IOException {
        Path file = folder.resolve("exported");

        CommandRun run = export("--format", format.id(), "--out", file.toString());

        byte[] content = Files.readAllBytes(file);
        assertThat(run.exitCode()).isZero();
        assertThat(content).isEqualTo(format.write(SAVED));
        assertThat(run.answer().names()).containsExactly("model", "format", "file", "bytes", "sha256");
        assertThat(run.answer().getString("format", "")).isEqualTo(format.id());
        assertThat(run.answer().getString("file", "")).isEqualTo(file.toString());
        assertThat(run.answer().getInt("bytes", 0)).isEqualTo(content.length);
        assertThat(run.answer().getString("sha256", "")).isEqualTo(Sha256.hexOf(content));
    }

    @Test
    void wrongUsageIsExitCodeTwoAndSaysWhatIsRight() {
        refused("expected one of [safetensors, onnx, npz, zip] but was \"h5\"", "--format", "h5");
        refused("Missing required option: '--format=FORMAT'");
        refused(
                "--out: expected a file but " + folder + " is a folder; name a file in it, such as "
                        + folder.resolve("model.onnx"),
                "--format",
                "onnx",
                "--out",
                folder.toString());
        refused(
                "--out: expected a file in a folder that is there but " + folder.resolve("none") + " is none",
                "--format",
                "onnx",
                "--out",
                folder.resolve("none").resolve("x").toString());
    }

    @Test
    void modelThatDoesNotFitItsNetworkIsOneLineAndExitCodeOne() throws IOException {
        SavedModel misfit =
                new SavedModel(Recipe.MNIST_SOFTMAX.spec().network(), Optional.empty(), Optional.empty(), Map.of());
        Files.write(model, misfit.toBytes());
        Path file = folder.resolve("exported");

        CommandRun run = export("--format", "onnx", "--out", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Model file: expected 7,850 weights, as its architecture has, but found 0");
        assertThat(file).doesNotExist();
    }

    private CommandRun export(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "export";
        arguments[1] = model.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return CommandRun.of(arguments);
    }

    private void refused(String message, String... options) {
        CommandRun run = export(options);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }
}
