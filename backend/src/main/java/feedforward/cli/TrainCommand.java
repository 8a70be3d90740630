package feedforward.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.device.Device;
import feedforward.files.AtomicFile;
import feedforward.train.EvaluationReport;
import feedforward.train.Run;
import feedforward.train.RunSnapshot;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train RECIPE|RUN.json}: the run that the page and the server do too, to the same weights. */
@Command(
        name = "train",
        description = "Train a recipe, or the run that a file describes, on its data or on your own.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final double NANOS_PER_SECOND = 1e9;

    @Parameters(
            paramLabel = "RECIPE|RUN.json",
            description =
                    "One of ${COMPLETION-CANDIDATES}; or a file with a run's description (RunSpec) in JSON, as the"
                            + " server's API takes it and a shared link has it behind run=, there percent-encoded",
            completionCandidates = ChosenRun.RecipeNames.class)
    private String name;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of weights, shuffling and what is held out (default: the run's)")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data (default: the run's)")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to save the weights, as safetensors")
    private Optional<Path> out = Optional.empty();

    @ArgGroup(exclusive = false, heading = "On your own data, in place of the run's:%n")
    private OwnDataOptions ownData = new OwnDataOptions();

    @Mixin
    private CheckpointOptions checkpoints;

    @Mixin
    private DeviceOptions deviceOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ChosenRun chosen = Preparation.run(spec, () -> ChosenRun.named(name).with(seed, epochs));
        out.ifPresent(file -> requireWritable("--out", file));
        checkpoints.kept().ifPresent(file -> requireWritable("--checkpoint", file));
        Task task = Preparation.run(spec, () -> Task.of(chosen, ownData));
        try (Device device = deviceOptions.create(Devices.cores())) {
            train(task, device);
        }
        return CommandLine.ExitCode.OK;
    }

    private void requireWritable(String option, Path file) {
        String example = Path.of(name).getFileName().toString().replaceFirst("\\.json$", "") + ".safetensors";
        OutFile.requireWritable(spec, option, file, example);
    }

    private void train(Task task, Device device) throws IOException {
        Run run = Preparation.run(spec, () -> checkpoints.begin(task.spec(), task.data(), device));
        Optional<TextScore> text = Preparation.run(spec, task::textScore);
        PrintWriter err = spec.commandLine().getErr();
        err.println(Judgement.announce(task.spec(), task.data()));
        long start = System.nanoTime();
        RunSnapshot end = new Training(run, checkpoints, err, text.isPresent()).work();
        EvaluationReport along = end.lastEvaluation().orElseThrow();
        Judgement judgement = Judgement.of(run, along, task.data(), device);
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        if (out.isPresent()) {
            AtomicFile.write(
                    out.get(),
                    SavedModel.of(run.checkpoint(), end.lastEvaluation()).toBytes());
        }
        text.ifPresent(score -> err.println(score.line(along.loss())));
        spec.commandLine()
                .getOut()
                .println(answer(task, end, judgement, text)
                        .add("seconds", Math.round(seconds * 1000) / 1000.0)
                        .add("device", device.name()));
    }

    private static JsonObject answer(Task task, RunSnapshot end, Judgement judgement, Optional<TextScore> text) {
        ChosenRun chosen = task.chosen();
        JsonObject answer = Json.object()
                .add(chosen.recipe().isPresent() ? "recipe" : "run", chosen.name())
                .add("seed", task.spec().seed())
                .add("epochs", task.spec().epochs());
        judgement.addTo(answer, text);
        return answer.add("weightsSha256", end.weightsSha256().orElseThrow())
                .add("imagesPerSecond", Math.round(end.examplesPerSecond()));
    }
}
