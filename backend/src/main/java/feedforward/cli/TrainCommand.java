package feedforward.cli;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import feedforward.data.Dataset;
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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train RECIPE}: the run that the page and the server do too, to the same weights. */
@Command(name = "train", description = "Train a recipe.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final double NANOS_PER_SECOND = 1e9;

    @Parameters(
            paramLabel = "RECIPE",
            description = "One of ${COMPLETION-CANDIDATES}",
            converter = RecipeConverter.class,
            completionCandidates = RecipeNames.class)
    private Recipe recipe;

    @Option(names = "--seed", paramLabel = "N", description = "Of weights and shuffling (default: the recipe's)")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data (default: the recipe's)")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where to save the weights, as safetensors")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private CheckpointOptions checkpoints;

    @Mixin
    private DeviceOptions deviceOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RunSpec description = description();
        out.ifPresent(file -> requireWritable("--out", file));
        checkpoints.kept().ifPresent(file -> requireWritable("--checkpoint", file));
        try (Device device = deviceOptions.create(Devices.cores())) {
            train(description, device);
        }
        return CommandLine.ExitCode.OK;
    }

    private void train(RunSpec description, Device device) throws IOException {
        Run run = begin(description, device);
        long start = System.nanoTime();
        RunSnapshot end = work(new RunDriver(run, System::nanoTime));
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        if (out.isPresent()) {
            AtomicFile.write(
                    out.get(),
                    SavedModel.of(run.checkpoint(), end.lastEvaluation()).toBytes());
        }
        spec.commandLine()
                .getOut()
                .println(answer(description, end)
                        .add("seconds", rounded(seconds))
                        .add("device", device.name()));
    }

    private Run begin(RunSpec description, Device device) throws IOException {
        Dataset data = BuiltInDatasets.named(description.data().name());
        try {
            return checkpoints.begin(description, data, device);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private RunSpec description() {
        try {
            RunSpec standard = recipe.spec();
            return standard.withSeed(seed.orElse(standard.seed())).withEpochs(epochs.orElse(standard.epochs()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void requireWritable(String option, Path file) {
        OutFile.requireWritable(spec, option, file, recipe.id() + ".safetensors");
    }

    private RunSnapshot work(RunDriver driver) throws IOException {
        Progress progress = Progress.on(spec.commandLine().getErr());
        while (!driver.run().finished()) {
            driver.work(SLICE_NANOS);
            checkpoints.keep(driver.run());
            RunSnapshot now = driver.snapshot(RunState.RUNNING);
            progress.show(now.step(), now.totalSteps(), now.secondsLeft(), remark(now));
        }
        progress.end();
        return driver.snapshot(RunState.FINISHED);
    }

    private static String remark(RunSnapshot now) {
        return now.losses().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", loss %.4g",
                        now.losses().get(now.losses().size() - 1).loss());
    }

    private JsonObject answer(RunSpec description, RunSnapshot end) {
        EvaluationReport judged = end.lastEvaluation().orElseThrow();
        JsonValue accuracy =
                judged.accuracy().isPresent() ? Json.value(judged.accuracy().getAsDouble()) : Json.NULL;
        return Json.object()
                .add("recipe", recipe.id())
                .add("seed", description.seed())
                .add("epochs", description.epochs())
                .add("testAccuracy", accuracy)
                .add("testLoss", judged.loss())
                .add("weightsSha256", end.weightsSha256().orElseThrow())
                .add("imagesPerSecond", Math.round(end.examplesPerSecond()));
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

    /** A recipe by its name. */
    static final class RecipeConverter implements CommandLine.ITypeConverter<Recipe> {
        @Override
        public Recipe convert(String name) {
            try {
                return Recipe.named(name);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        }
    }
}
