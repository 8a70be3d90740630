package feedforward.cli;

import static feedforward.cli.TrainTrial.refused;
import static feedforward.cli.TrainTrial.sha256;
import static feedforward.cli.TrainTrial.weights;
import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Curve;
import feedforward.device.HeapDevice;
import feedforward.train.Recipe;
import feedforward.train.Run;
import feedforward.wire.CheckpointFile;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void answerHasTheKeysInTheirOrder() {
        CommandRun run = CommandRun.of("train", "mnist-softmax", "--seed", "7", "--epochs", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.answer().names())
                .containsExactly(
                        "recipe",
                        "seed",
                        "epochs",
                        "testAccuracy",
                        "testLoss",
                        "weightsSha256",
                        "imagesPerSecond",
                        "seconds",
                        "device");
        assertThat(run.answer().getInt("seed", 0)).isEqualTo(7);
        assertThat(run.answer().getDouble("testAccuracy", 0)).isGreaterThan(0.9);
        assertThat(run.answer().getString("device", "")).isEqualTo("vector");
    }

    @Test
    void weightsAreThoseOfTheSameRunElsewhere() {
        String here = weights(Recipe.CURVE_TANH.spec().withEpochs(50), Curve.dataset());

        CommandRun run = CommandRun.of("train", "curve-tanh", "--epochs", "50");

        assertThat(sha256(run)).isEqualTo(here);
        assertThat(run.answer().get("testAccuracy").isNull()).isTrue();
    }

    @Test
    void outHoldsTheModelAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("curve.safetensors");

        CommandRun run = CommandRun.of("train", "curve-tanh", "--epochs", "5", "--out", file.toString());

        SavedModel saved = SavedModel.parse(Files.readAllBytes(file));
        assertThat(saved.sha256()).isEqualTo(sha256(run));
        assertThat(saved.metrics().orElseThrow().loss()).isEqualTo(run.answer().getDouble("testLoss", 0));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aRunGoesOnFromItsCheckpoint() throws IOException {
        Path file = folder.resolve("run.checkpoint");
        Run half = Run.start(Recipe.CURVE_TANH.spec().withEpochs(50), Curve.dataset(), new HeapDevice());
        while (half.stepsDone() < 20) {
            half.advance();
        }
        Files.write(file, CheckpointFile.write(half.checkpoint()));
        Path kept = folder.resolve("kept.checkpoint");

        String[] whole = {"train", "curve-tanh", "--epochs", "50"};
        CommandRun resumed = CommandRun.of(
                "train", "curve-tanh", "--epochs", "50", "--resume", file.toString(), "--checkpoint", kept.toString());

        assertThat(sha256(resumed)).isEqualTo(sha256(CommandRun.of(whole)));
        assertThat(CheckpointFile.parse(Files.readAllBytes(kept)).step()).isEqualTo(50);
    }

    @Test
    void whatCannotBeResumedIsRefused() throws IOException {
        Path file = folder.resolve("run.checkpoint");
        refused("--resume: expected a checkpoint but there is no file", "curve-tanh", "--resume", "" + file);
        Files.write(
                file,
                CheckpointFile.write(Run.start(Recipe.CURVE_TANH.spec(), Curve.dataset(), new HeapDevice())
                        .checkpoint()));
        refused("--resume: expected a checkpoint of RunSpec", "curve-tanh", "--seed", "2", "--resume", "" + file);
        Files.write(file, new byte[100]);
        refused("Safetensors", "curve-tanh", "--resume", "" + file);
        String nowhere = folder.resolve("missing").resolve("x").toString();
        refused("--checkpoint: expected a file in a folder", "curve-tanh", "--checkpoint", nowhere);
    }

    @Test
    void everyDeviceTrainsTheSameWeights() {
        CommandRun vector = CommandRun.of("train", "curve-tanh", "--epochs", "5", "--threads", "2");
        CommandRun heap = CommandRun.of("train", "curve-tanh", "--epochs", "5", "--device", "heap");

        assertThat(vector.answer().getString("device", "")).isEqualTo("vector");
        assertThat(heap.answer().getString("device", "")).isEqualTo("heap");
        assertThat(sha256(vector)).isEqualTo(sha256(heap));
    }

    @Test
    void wrongUsageIsExitCodeTwoAndSaysWhatIsRight() {
        refused(
                "Run: expected one of [mnist-softmax, mnist-mlp, curve-tanh, keras-v1, keras-v2, keras-v3, mnist-fast, mnist-small, sonnets-lstm], or a file with a run's description in JSON, but was \"x\"",
                "x");
        refused(
                "--threads: expected 1, as device heap uses one thread, but was 2",
                "curve-tanh",
                "--device",
                "heap",
                "--threads",
                "2");
        refused("--threads: expected a number in [1, 64] but was 0", "curve-tanh", "--threads", "0");
        refused("--threads: expected a number in [1, 64] but was 65", "curve-tanh", "--threads", "65");
        refused("expected one of [vector, heap]", "curve-tanh", "--device", "gpu");
        refused("RunSpec epochs: expected an integer in [1, 1000000] but was 0", "curve-tanh", "--epochs", "0");
        refused("RunSpec seed: expected", "curve-tanh", "--seed", "-1");
    }

    @Test
    void outThatCannotBeWrittenIsWrongUsageBeforeTheTraining() {
        Path missing = folder.resolve("missing");

        refused(
                "--out: expected a file but " + folder + " is a folder; name a file in it, such as "
                        + folder.resolve("curve-tanh.safetensors"),
                "curve-tanh",
                "--out",
                folder.toString());
        refused(
                "--out: expected a file in a folder that is there but " + missing + " is none; make it first",
                "curve-tanh",
                "--out",
                missing.resolve("x").toString());
    }
}
