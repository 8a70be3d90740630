package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Curve;
import feedforward.device.HeapDevice;
import feedforward.train.Recipe;
import feedforward.train.Run;
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
        assertThat(run.answer().getString("device", "")).isEqualTo("heap");
    }

    @Test
    void weightsAreThoseOfTheSameRunElsewhere() {
        Run here = Run.start(Recipe.CURVE_TANH.spec().withEpochs(50), Curve.dataset(), new HeapDevice());
        while (!here.finished()) {
            here.advance();
        }

        CommandRun run = CommandRun.of("train", "curve-tanh", "--epochs", "50");

        assertThat(run.answer().getString("weightsSha256", ""))
                .isEqualTo(here.network().sha256());
        assertThat(run.answer().get("testAccuracy").isNull()).isTrue();
    }

    @Test
    void outHoldsTheModelAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("curve.safetensors");

        CommandRun run = CommandRun.of("train", "curve-tanh", "--epochs", "5", "--out", file.toString());

        SavedModel saved = SavedModel.parse(Files.readAllBytes(file));
        assertThat(saved.sha256()).isEqualTo(run.answer().getString("weightsSha256", ""));
        assertThat(saved.metrics().orElseThrow().loss()).isEqualTo(run.answer().getDouble("testLoss", 0));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void wrongUsageIsExitCodeTwoAndSaysWhatIsRight() {
        refused("one of [mnist-softmax, mnist-mlp, curve-tanh, sonnets-lstm] but was \"x\"", "train", "x");
        refused(
                "--threads: expected 1, as device heap uses one thread, but was 2",
                "train",
                "curve-tanh",
                "--threads",
                "2");
        refused("expected one of [heap]", "train", "curve-tanh", "--device", "gpu");
        refused(
                "RunSpec epochs: expected an integer in [1, 1000000] but was 0",
                "train",
                "curve-tanh",
                "--epochs",
                "0");
        refused("RunSpec seed: expected", "train", "curve-tanh", "--seed", "-1");
    }

    @Test
    void outThatCannotBeWrittenIsWrongUsageBeforeTheTraining() {
        Path missing = folder.resolve("missing");

        refused(
                "--out: expected a file but " + folder + " is a folder; name a file in it, such as "
                        + folder.resolve("curve-tanh.safetensors"),
                "train",
                "curve-tanh",
                "--out",
                folder.toString());
        refused(
                "--out: expected a file in a folder that is there but " + missing + " is none; make it first",
                "train",
                "curve-tanh",
                "--out",
                missing.resolve("x").toString());
    }

    private static void refused(String message, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }
}
