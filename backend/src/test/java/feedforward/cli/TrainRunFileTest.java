package feedforward.cli;

import static feedforward.cli.TrainTrial.SPIRAL;
import static feedforward.cli.TrainTrial.points;
import static feedforward.cli.TrainTrial.refused;
import static feedforward.cli.TrainTrial.sha256;
import static feedforward.cli.TrainTrial.weights;
import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.JsonObject;
import feedforward.train.DataSpec;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that a file describes. */
class TrainRunFileTest {
    private final Path folder;
    private final TrainTrial trial;

    TrainRunFileTest(@TempDir Path folder) {
        this.folder = folder;
        trial = new TrainTrial(folder);
    }

    @Test
    void aFileDescribesTheRun() throws IOException {
        RunSpec spec = points(SPIRAL);
        Path file = trial.write("spiral.json", spec);

        CommandRun run = trial.train(file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.answer().names())
                .containsExactly(
                        "run",
                        "seed",
                        "epochs",
                        "testAccuracy",
                        "testLoss",
                        "weightsSha256",
                        "imagesPerSecond",
                        "seconds",
                        "device");
        assertThat(run.answer().getString("run", "")).isEqualTo(file.toString());
        assertThat(sha256(run)).isEqualTo(weights(spec, SPIRAL));
        assertThat(run.err()).contains("Data " + SPIRAL.name() + ": 250 examples to learn from, 250 to test");
        assertThat(sha256(trial.train(file.toString(), "--seed", "3", "--epochs", "4")))
                .isEqualTo(weights(spec.withSeed(3).withEpochs(4), SPIRAL));
    }

    @Test
    void whatIsNoRunIsRefusedByTheFilesName() throws IOException {
        JsonObject json = RunSpecJson.write(points(SPIRAL));
        Path file = folder.resolve("run.json");

        Files.writeString(file, "{");
        refused(file + ": RunSpec at 1:2", file.toString());
        Files.writeString(file, json.set("epochs", 0).toString());
        refused(file + ": RunSpec epochs: expected a whole number in [1, 1,000,000] but was 0", file.toString());
        Files.write(file, new byte[] {'{', (byte) 0xFF});
        refused(file + ": Utf8: expected the first byte of a character at byte 1", file.toString());
        refused(folder + ": expected a file but was a folder", folder.toString());
        trial.write("run.json", points(SPIRAL).with(new DataSpec(SPIRAL.name(), "0".repeat(64), 0)));
        refused("RunSpec data: expected \"" + SPIRAL.name() + "\" with SHA-256 0000", file.toString());
        trial.write("run.json", points(SPIRAL).with(new DataSpec("letters", "0".repeat(64), 0)));
        refused("RunSpec data: expected one of [mnist, sonnets, curve, pangrams], or points such as", file.toString());
    }
}
