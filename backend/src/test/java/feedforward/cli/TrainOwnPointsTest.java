package feedforward.cli;

import static feedforward.cli.TrainTrial.SPIRAL;
import static feedforward.cli.TrainTrial.dense;
import static feedforward.cli.TrainTrial.points;
import static feedforward.cli.TrainTrial.refused;
import static feedforward.cli.TrainTrial.sha256;
import static feedforward.cli.TrainTrial.weights;
import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Dataset;
import feedforward.data.OwnData;
import feedforward.data.PointsCsv;
import feedforward.train.RunSpec;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on points of one's own. */
class TrainOwnPointsTest {
    private final Path folder;
    private final TrainTrial trial;

    TrainOwnPointsTest(@TempDir Path folder) {
        this.folder = folder;
        trial = new TrainTrial(folder);
    }

    @Test
    void ownPointsAreTrainedOnAndTheirRunReplaysOnThemAlone() throws IOException {
        String csv = PointsCsv.write(PointsCsv.parse("0,0,0\n1,1,0\n2,2,0\n0.5,0,0\n5,5,1\n6,6,1\n5,6,1\n7,6,1\n"));
        Path points = trial.write("points.csv", csv.getBytes(StandardCharsets.UTF_8));
        Path out = folder.resolve("out.safetensors");
        Path checkpoint = folder.resolve("run.checkpoint");
        String recipe = trial.write("run.json", points(SPIRAL)).toString();

        CommandRun run = trial.train(
                recipe, "--points", points.toString(), "--out", out.toString(), "--checkpoint", checkpoint.toString());

        Dataset own = OwnData.points(PointsCsv.parse(csv));
        RunSpec spec = SavedModel.parse(Files.readAllBytes(out)).run().orElseThrow();
        assertThat(spec).isEqualTo(points(own));
        assertThat(sha256(run)).isEqualTo(weights(spec, own));
        assertThat(sha256(trial.train(recipe, "--points", points.toString(), "--resume", checkpoint.toString())))
                .isEqualTo(sha256(run));

        String replay = trial.write("own.json", spec).toString();
        assertThat(sha256(trial.train(replay, "--points", points.toString()))).isEqualTo(sha256(run));
        refused("RunSpec data: expected the files of \"own points\" too; give them with", replay);
        Path others = trial.write("others.csv", csv.replace("7", "8").getBytes(StandardCharsets.UTF_8));
        refused(
                "RunSpec data: expected \"own points\" with SHA-256 " + own.sha256() + " but was \"own points\" with",
                replay,
                "--points",
                others.toString());
        refused(
                "--resume: expected a checkpoint of RunSpec",
                recipe,
                "--points",
                others.toString(),
                "--resume",
                checkpoint.toString());
    }

    @Test
    void aFileThatIsMalformedOrMissingIsNamed() throws IOException {
        String run = trial.write("run.json", dense(4, 3)).toString();
        Path csv = trial.write("points.csv", "1,2,0\n1,x,1".getBytes(StandardCharsets.UTF_8));

        refused(csv + ": Points line 2, column y: expected a number", run, "--points", "" + csv);
        CommandRun missing = trial.train(run, "--points", folder.resolve("none").toString());
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains(folder.resolve("none") + ": expected a file but there is none");
    }
}
