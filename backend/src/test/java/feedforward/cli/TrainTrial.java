package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.data.Dataset;
import feedforward.data.PlaneData;
import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.tensor.Shape;
import feedforward.train.DataSpec;
import feedforward.train.Evaluation;
import feedforward.train.EvaluationReport;
import feedforward.train.Run;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The train command with files in a folder, and the same runs without it. */
record TrainTrial(Path folder) {
    static final Dataset SPIRAL =
            PlaneData.parse("spiral(noise=10,points=500,seed=1)").dataset();

    /** Data of a run that is given others. */
    static final DataSpec NONE = new DataSpec("none", "0".repeat(64), 0);

    /** The command, on the device that is ready at once. */
    CommandRun train(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--device", "heap"));
        return CommandRun.of(all.toArray(String[]::new));
    }

    /** Wrong usage, before any training. */
    static void refused(String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    /** A run on these points of two classes. */
    static RunSpec points(Dataset data) {
        return dense(2, 2).with(new DataSpec(data.name(), data.sha256(), 0));
    }

    /** A run of softmax regression, without data yet. */
    static RunSpec dense(int inputs, int classes) {
        NetworkSpec network = new NetworkSpec(
                Shape.of(inputs), List.of(new DenseSpec(classes, Activation.LINEAR), new SoftmaxSpec()));
        return new RunSpec(NONE, network, LossKind.CROSS_ENTROPY, new SgdSpec(0.5f), 10, 20, 1);
    }

    /** What the command should do, done here. */
    static Run finished(RunSpec spec, Dataset data) {
        Run run = Run.start(spec, data, new HeapDevice());
        while (!run.finished()) {
            run.advance();
        }
        return run;
    }

    static EvaluationReport judged(Run run, Dataset data) {
        return Evaluation.of(
                run.network(),
                run.spec().loss(),
                new HeapDevice(),
                data.test(),
                run.spec().batchSize());
    }

    static String weights(RunSpec spec, Dataset data) {
        return finished(spec, data).network().sha256();
    }

    static String sha256(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.answer().getString("weightsSha256", "");
    }

    Path write(String name, RunSpec spec) throws IOException {
        return Files.writeString(folder.resolve(name), RunSpecJson.write(spec).toString());
    }

    Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
