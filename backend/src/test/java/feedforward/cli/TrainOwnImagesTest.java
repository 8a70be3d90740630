package feedforward.cli;

import static feedforward.cli.TrainTrial.dense;
import static feedforward.cli.TrainTrial.finished;
import static feedforward.cli.TrainTrial.judged;
import static feedforward.cli.TrainTrial.refused;
import static feedforward.cli.TrainTrial.sha256;
import static feedforward.cli.TrainTrial.weights;
import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Dataset;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.OwnData;
import feedforward.hash.Sha256;
import feedforward.train.DataSpec;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on images of one's own. */
class TrainOwnImagesTest {
    @TempDir
    private Path folder;

    private TrainTrial trial;
    private Path images;
    private Path labels;

    @BeforeEach
    void writeImages() throws IOException {
        trial = new TrainTrial(folder);
        images = trial.write("images", IdxFile.writeImages(new IdxImages(40, 2, 2, pixels(40))));
        labels = trial.write("labels", IdxFile.writeLabels(classes(40)));
    }

    @Test
    void ownImagesAreJudgedByTheirTestSet() throws IOException {
        RunSpec spec = dense(4, 3);
        Path file = trial.write("run.json", spec);
        Path testImages = trial.write("test-images", IdxFile.writeImages(new IdxImages(9, 2, 2, pixels(9))));
        Path testLabels = trial.write("test-labels", IdxFile.writeLabels(classes(9)));
        Path out = folder.resolve("out.safetensors");

        CommandRun run = trial.train(
                file.toString(),
                "--images",
                images.toString(),
                "--labels",
                labels.toString(),
                "--test-images",
                testImages.toString(),
                "--test-labels",
                testLabels.toString(),
                "--out",
                out.toString());

        List<byte[]> files = new ArrayList<>();
        Sha256 hash = new Sha256();
        for (Path path : List.of(images, labels, testImages, testLabels)) {
            files.add(Files.readAllBytes(path));
            hash.update(files.get(files.size() - 1));
        }
        DataSpec data = new DataSpec("own images", hash.digestHex(), 0);
        assertThat(SavedModel.parse(Files.readAllBytes(out)).run()).contains(spec.with(data));
        assertThat(sha256(run))
                .isEqualTo(weights(spec.with(data), OwnData.images(List.of("a", "b", "c", "d"), files, 3)));
        assertThat(run.err()).contains("Data own images: 40 examples to learn from, 9 to test");
        assertThat(run.answer().getDouble("testAccuracy", 0)).isEqualTo(1);
    }

    @Test
    void aFifthOfOwnImagesIsKeptToJudgeBy() throws IOException {
        Path file = trial.write("run.json", dense(4, 3));

        CommandRun run = trial.train(file.toString(), "--images", images.toString(), "--labels", labels.toString());

        assertThat(run.err()).contains("Data own images: 32 examples to learn from, 8 to test");
        assertThat(run.answer().getDouble("testAccuracy", 0)).isEqualTo(1);
    }

    @Test
    void heldOutExamplesValidateAndTheTestSetIsJudgedByAtTheEnd() throws IOException {
        Dataset own =
                OwnData.images(List.of("a", "b"), List.of(Files.readAllBytes(images), Files.readAllBytes(labels)), 3);
        RunSpec spec =
                dense(4, 3).with(new DataSpec("own images", own.sha256(), 12)).withEpochs(2);
        Path file = trial.write("run.json", spec);

        CommandRun run = trial.train(file.toString(), "--images", images.toString(), "--labels", labels.toString());

        assertThat(run.err())
                .contains("Data own images: 20 examples to learn from, 12 to validate, 8 to test at the end");
        Run here = finished(spec, own);
        assertThat(run.answer().names().subList(3, 7))
                .containsExactly("validationAccuracy", "validationLoss", "testAccuracy", "testLoss");
        Dataset split = own.holdOut(12, spec.seed());
        assertThat(run.answer().getDouble("validationLoss", 0))
                .isEqualTo(judged(here, split).loss());
        assertThat(run.answer().getDouble("testLoss", 0))
                .isEqualTo(judged(here, own).loss());
    }

    @Test
    void filesThatDoNotFitAreRefusedBeforeTheTraining() throws IOException {
        String run = trial.write("run.json", dense(4, 3)).toString();
        Path two = trial.write("two", IdxFile.writeLabels(classes(2)));

        refused(
                two + ": expected 40 labels, one for each image in " + images + ", but was 2",
                run,
                "--images",
                "" + images,
                "--labels",
                "" + two);
        refused(
                "Network input: expected [4], as data set \"own images\" has, but was [784]",
                "mnist-softmax",
                "--images",
                "" + images,
                "--labels",
                "" + labels);
        refused(
                "--images: expected a run whose network ends in softmax over classes, such as mnist-mlp, but this one does"
                        + " not classify",
                "curve-tanh",
                "--images",
                "" + images,
                "--labels",
                "" + labels);
        refused(
                images + ": expected images of [28, 28, 1], as the run's network takes, but was [2, 2, 1]",
                "mnist-fast",
                "--images",
                "" + images,
                "--labels",
                "" + labels);
    }

    @Test
    void filesThatDoNotBelongTogetherAreWrongUsage() {
        refused("--labels", "mnist-softmax", "--images", "" + images);
        refused(
                "--test-labels",
                "mnist-softmax",
                "--images",
                "" + images,
                "--labels",
                "" + labels,
                "--test-images",
                "" + images);
        String one = "Own data: expected one of --images, --points and --text but were ";
        refused(one + "2", "mnist-softmax", "--points", "x", "--text", "y");
        refused(one + "3", "mnist-softmax", "--images", "x", "--labels", "y", "--text", "z", "--points", "x");
    }

    private static byte[] classes(int count) {
        byte[] classes = new byte[count];
        for (int i = 0; i < count; i++) {
            classes[i] = (byte) (i % 3);
        }
        return classes;
    }

    /** 2×2 pixels, of which each class has its own bright one. */
    private static byte[] pixels(int count) {
        byte[] pixels = new byte[4 * count];
        for (int i = 0; i < count; i++) {
            pixels[4 * i + i % 3] = (byte) 255;
        }
        return pixels;
    }
}
