package feedforward.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.data.Dataset;
import feedforward.data.OwnData;
import feedforward.datasets.BuiltInDatasets;
import feedforward.device.Device;
import feedforward.files.AtomicFile;
import feedforward.train.EvaluationReport;
import feedforward.train.Recipe;
import feedforward.train.Run;
import feedforward.train.RunDriver;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train RECIPE|RUN.json}: the run that the page and the server do too, to the same weights. */
@Command(
        name = "train",
        description = "Train a recipe, or the run that a file describes, on its data or on your own.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double NANOS_PER_SECOND = 1e9;

    @Parameters(
            paramLabel = "RECIPE|RUN.json",
            description =
                    "One of ${COMPLETION-CANDIDATES}; or a file with a run's description (RunSpec) in JSON, as the"
                            + " server's API takes it and a shared link has it behind run=, there percent-encoded",
            completionCandidates = RecipeNames.class)
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

    /** A run, and all of its data, of which it holds a part out itself. */
    private record Task(ChosenRun chosen, RunSpec spec, Dataset data) {}

    @Override
    public Integer call() throws IOException {
        ChosenRun chosen = orWrongUsage(() -> ChosenRun.named(name).with(seed, epochs));
        out.ifPresent(file -> requireWritable("--out", file));
        checkpoints.kept().ifPresent(file -> requireWritable("--checkpoint", file));
        Task task = orWrongUsage(() -> task(chosen));
        try (Device device = deviceOptions.create(Devices.cores())) {
            train(task, device);
        }
        return CommandLine.ExitCode.OK;
    }

    private Task task(ChosenRun chosen) throws IOException {
        Optional<Dataset> own = ownData.read(chosen.spec().network());
        if (own.isPresent()) {
            return new Task(chosen, chosen.on(own.get()), own.get());
        }
        String data = chosen.spec().data().name();
        if (OwnData.names(data)) {
            throw new IllegalArgumentException("RunSpec data: expected the files of \"" + data
                    + "\" too; give them with --images and --labels, --points or --text");
        }
        return new Task(chosen, chosen.spec(), BuiltInDatasets.named(data));
    }

    private void train(Task task, Device device) throws IOException {
        RunSpec description = task.spec();
        Run run = orWrongUsage(() -> checkpoints.begin(description, task.data(), device));
        Optional<TextScore> text = orWrongUsage(() ->
                TextScore.of(description, task.data().holdOut(description.data().holdOut(), description.seed())));
        PrintWriter err = spec.commandLine().getErr();
        err.println(Judgement.announce(description, task.data()));
        long start = System.nanoTime();
        RunSnapshot end = work(new RunDriver(run, System::nanoTime), text);
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
                        .add("seconds", rounded(seconds))
                        .add("device", device.name()));
    }

    private void requireWritable(String option, Path file) {
        String example = Path.of(name).getFileName().toString().replaceFirst("\\.json$", "") + ".safetensors";
        OutFile.requireWritable(spec, option, file, example);
    }

    private RunSnapshot work(RunDriver driver, Optional<TextScore> text) throws IOException {
        Progress progress = Progress.on(spec.commandLine().getErr());
        while (!driver.run().finished()) {
            driver.work(SLICE_NANOS);
            checkpoints.keep(driver.run());
            RunSnapshot now = driver.snapshot(RunState.RUNNING);
            progress.show(now.step(), now.totalSteps(), now.secondsLeft(), remark(now, text.isPresent()));
        }
        progress.end();
        return driver.snapshot(RunState.FINISHED);
    }

    private static String remark(RunSnapshot now, boolean text) {
        String loss = now.losses().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", loss %.4g",
                        now.losses().get(now.losses().size() - 1).loss());
        return text ? loss + now.lastEvaluation().map(TrainCommand::validation).orElse("") : loss;
    }

    private static String validation(EvaluationReport report) {
        return ", validation " + TextScore.inWords(report.loss()) + " a character";
    }

    private static JsonObject answer(Task task, RunSnapshot end, Judgement judgement, Optional<TextScore> text) {
        JsonObject answer = Json.object()
                .add(
                        task.chosen().recipe().isPresent() ? "recipe" : "run",
                        task.chosen().name())
                .add("seed", task.spec().seed())
                .add("epochs", task.spec().epochs());
        judgement.addTo(answer, text);
        return answer.add("weightsSha256", end.weightsSha256().orElseThrow())
                .add("imagesPerSecond", Math.round(end.examplesPerSecond()));
    }

    /** What the command line or its files led to before any training is wrong usage. */
    private <T> T orWrongUsage(Preparation<T> preparation) throws IOException {
        try {
            return preparation.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** A step before the training, which may read files. */
    private interface Preparation<T> {
        T get() throws IOException;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    /** The recipes' names, for help and messages. */
    static final class RecipeNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Recipe.values()).map(Recipe::id).iterator();
        }
    }
}
