package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.Mnist;
import feedforward.datasets.BuiltInDatasets;
import feedforward.datasets.HostedDataset;
import feedforward.device.HeapDevice;
import feedforward.model.Network;
import feedforward.train.Recipe;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        curve = write("curve.safetensors", untrained(Recipe.CURVE_TANH));
        softmax = write("softmax.safetensors", untrained(Recipe.MNIST_SOFTMAX));
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
    void missingOptionIsWrongUsage() {
        CommandRun run = CommandRun.of("evaluate", curve.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--images=IDX", "--labels=IDX");
    }

    private static byte[] untrained(Recipe recipe) {
        Network network = Network.build(recipe.spec().network(), new HeapDevice(), 1, 1);
        return new SavedModel(recipe.spec().network(), Optional.empty(), Optional.empty(), network.weights()).toBytes();
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
