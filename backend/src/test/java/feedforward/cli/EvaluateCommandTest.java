package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.Mnist;
import feedforward.datasets.BuiltInDatasets;
import feedforward.datasets.HostedDataset;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.train.Recipe;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Path curve;
    private Path softmax;
    private Path images;
    private Path labels;

    @BeforeEach
    void prepare() throws IOException {
        curve = write("curve.safetensors", untrained(Recipe.CURVE_TANH.spec().network()));
        softmax = write(
                "softmax.safetensors", untrained(Recipe.MNIST_SOFTMAX.spec().network()));
        images = write("images", IdxFile.writeImages(new IdxImages(2, 4, 4, new byte[32])));
        labels = write("labels", IdxFile.writeLabels(new byte[] {1, 2}));
    }

    @Test
    void judgesAsTrainDid() throws IOException {
        HostedDataset mnist = BuiltInDatasets.mnist();
        Path model = folder.resolve("trained.safetensors");
        CommandRun train = CommandRun.of("train", "mnist-softmax", "--epochs", "1", "--out", model.toString());
        Path digits = write(Mnist.FILES.get(2), mnist.files().get(2).open().readAllBytes());
        Path classes = write(Mnist.FILES.get(3), mnist.files().get(3).open().readAllBytes());

        CommandRun run = evaluate(model, digits, classes);

        assertThat(run.exitCode()).isZero();
        assertThat(run.answer().names())
                .containsExactly("model", "images", "testAccuracy", "testLoss", "weightsSha256");
        assertThat(run.answer().getInt("images", 0)).isEqualTo(10_000);
        for (String same : new String[] {"testAccuracy", "testLoss", "weightsSha256"}) {
            assertThat(run.answer().get(same)).isEqualTo(train.answer().get(same));
        }
    }

    @Test
    void roundsAndKeepsWhatItJudged() throws IOException {
        Path digits = write("digits", IdxFile.writeImages(new IdxImages(2, 28, 28, new byte[2 * 784])));
        Path rounded = folder.resolve("rounded.safetensors");

        CommandRun run = CommandRun.of(
                "evaluate",
                softmax.toString(),
                "--images",
                digits.toString(),
                "--labels",
                labels.toString(),
                "--round-to",
                rounded.toString());

        assertThat(run.exitCode()).isZero();
        SavedModel kept = SavedModel.parse(Files.readAllBytes(rounded));
        assertThat(kept.rounding().orElseThrow().weightsSha256())
                .isEqualTo(SavedModel.parse(Files.readAllBytes(softmax)).sha256());
        assertThat(kept.sha256()).isEqualTo(run.answer().getString("weightsSha256", ""));
        assertThat(kept.metrics().orElseThrow().loss()).isEqualTo(run.answer().getDouble("testLoss", 0));
        assertThat(run.answer().get("testLoss"))
                .isEqualTo(evaluate(rounded, digits, labels).answer().get("testLoss"));
    }

    @Test
    void misfitsAreOneLineAndExitCodeOne() throws IOException {
        Path three = write("three", IdxFile.writeLabels(new byte[3]));

        failed(evaluate(curve, images, labels), curve + ": expected a network that ends in softmax");
        failed(evaluate(softmax, images, labels), images + ": expected images of 784 pixels, as " + softmax + " takes");
        failed(evaluate(softmax, labels, labels), labels + ": expected idx images");
        failed(evaluate(softmax, images, three), three + ": expected 2 labels");
        failed(evaluate(images, images, labels), "Safetensors: ");
        failed(evaluate(folder.resolve("none"), images, labels), folder.resolve("none") + ": expected a file");
        failed(evaluate(softmax, folder, labels), folder + ": expected a file but was a folder");
    }

    @Test
    void aNetworkForSomethingElseThanTheseImagesIsRefused() throws IOException {
        Path reader = write("reader.safetensors", untrained(digits(Shape.of(16), new EmbeddingSpec(3, 2))));
        Path wide = write("wide.safetensors", untrained(digits(Shape.of(2, 8, 1))));
        Path square = write("square.safetensors", untrained(digits(Shape.of(4, 4, 1))));
        Path rows = write("rows.safetensors", untrained(digits(Shape.of(4, 4))));
        Path sonnets = write(
                "sonnets.safetensors", untrained(Recipe.SONNETS_LSTM.spec().network()));

        failed(
                evaluate(reader, images, labels),
                reader + ": expected a network that takes images but this one reads texts, 16 characters at a time");
        failed(
                evaluate(sonnets, images, labels),
                sonnets + ": expected a network that takes images but this one reads texts, 64 characters at a time");
        failed(
                evaluate(wide, images, labels),
                images + ": expected images of 2×8 pixels, as " + wide + " takes, but was 4×4");
        assertThat(evaluate(square, images, labels).exitCode()).isZero();
        assertThat(evaluate(rows, images, labels).exitCode()).isZero();
    }

    /** Labels count from 0 to the network's last class. */
    @Test
    void aNetworkOfOtherClassesThanDigitsIsJudged() throws IOException {
        NetworkSpec letters =
                new NetworkSpec(Shape.of(16), List.of(new DenseSpec(26, Activation.LINEAR), new SoftmaxSpec()));
        Path model = write("letters.safetensors", untrained(letters));
        Path last = write("last", IdxFile.writeLabels(new byte[] {25, 0}));

        assertThat(evaluate(model, images, last).exitCode()).isZero();
        failed(
                evaluate(model, images, write("behind", IdxFile.writeLabels(new byte[] {26, 0}))),
                folder.resolve("behind") + ": expected labels in 0 … 25 but was 26 at index 0");
    }

    @Test
    void missingOptionIsWrongUsage() {
        CommandRun run = CommandRun.of("evaluate", curve.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--images=IDX", "--labels=IDX");
    }

    /** A network with these first layers that gives ten probabilities. */
    private static NetworkSpec digits(Shape input, LayerSpec... first) {
        List<LayerSpec> layers = new ArrayList<>(List.of(first));
        layers.addAll(List.of(new FlattenSpec(), new DenseSpec(10, Activation.LINEAR), new SoftmaxSpec()));
        return new NetworkSpec(input, layers);
    }

    private static byte[] untrained(NetworkSpec spec) {
        Network network = Network.build(spec, new HeapDevice(), 1, 1);
        return new SavedModel(spec, Optional.empty(), Optional.empty(), network.weights()).toBytes();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static CommandRun evaluate(Path model, Path images, Path labels) {
        return CommandRun.of(
                "evaluate", model.toString(), "--images", images.toString(), "--labels", labels.toString());
    }

    private static void failed(CommandRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith(message);
        assertThat(run.out()).isEmpty();
    }
}
