package feedforward.cli;

import com.eclipsesource.json.Json;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.ImageExamples;
import feedforward.device.HeapDevice;
import feedforward.files.AtomicFile;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.train.Evaluation;
import feedforward.train.EvaluationReport;
import feedforward.train.RunSpec;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate MODEL --images IDX --labels IDX}: how well a saved network does on images of one's own. */
@Command(name = "evaluate", description = "Judge a saved network.", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final int MOST_AT_ONCE = 100;

    @Parameters(paramLabel = "MODEL", description = "A safetensors file that train or the page saved")
    private Path model;

    @Option(names = "--images", required = true, paramLabel = "IDX", description = "Images, an uncompressed idx file")
    private Path images;

    @Option(names = "--labels", required = true, paramLabel = "IDX", description = "Their classes, likewise")
    private Path labels;

    @Option(
            names = "--round-to",
            paramLabel = "FILE",
            description =
                    "Round the weights to float16 first, and keep the network so, half as long, with this judgement as its"
                            + " accuracy on the test set")
    private Optional<Path> rounded = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        rounded.ifPresent(file -> OutFile.requireWritable(spec, "--round-to", file, "rounded.safetensors"));
        SavedModel given = SavedModel.parse(InFile.read(model));
        SavedModel saved = rounded.isPresent() ? given.rounded() : given;
        IdxImages pictures = IdxFile.parseImages(images.toString(), InFile.read(images));
        requireClassifier(saved.network());
        ImageExamples examples = examples(pictures, saved.network().output().elements());
        requireFit(saved.network().input(), pictures);
        int batch = (int) Math.min(
                MOST_AT_ONCE, RunSpec.MOST_VALUES_PER_EXAMPLE / saved.network().valuesPerExample());
        HeapDevice device = new HeapDevice();
        EvaluationReport report =
                Evaluation.of(saved.build(device, batch), LossKind.CROSS_ENTROPY, device, examples, batch);
        if (rounded.isPresent()) {
            AtomicFile.write(rounded.get(), saved.with(judged(given, report)).toBytes());
        }
        spec.commandLine()
                .getOut()
                .println(Json.object()
                        .add("model", model.toString())
                        .add("images", examples.count())
                        .add("testAccuracy", report.accuracy().orElseThrow())
                        .add("testLoss", report.loss())
                        .add("weightsSha256", saved.sha256()));
        return CommandLine.ExitCode.OK;
    }

    /** The judgement of weights after as many steps as those had that they were rounded from. */
    private static EvaluationReport judged(SavedModel given, EvaluationReport report) {
        int step = given.metrics().map(EvaluationReport::step).orElse(report.step());
        return new EvaluationReport(step, report.loss(), report.accuracy());
    }

    private ImageExamples examples(IdxImages given, int classes) throws IOException {
        byte[] known = IdxFile.parseLabels(labels.toString(), InFile.read(labels), classes);
        IdxFile.requirePaired(images.toString(), given, labels.toString(), known);
        if (known.length == 0) {
            throw new IllegalArgumentException(images + ": expected at least one image but there are none");
        }
        return new ImageExamples(given.pixels(), known, given.rows() * given.columns(), classes);
    }

    private void requireClassifier(NetworkSpec network) {
        if (network.vocabulary() > 0) {
            throw new IllegalArgumentException(
                    model + ": expected a network that takes images but this one reads texts, "
                            + network.input().elements()
                            + " characters at a time");
        }
        if (!network.endsInSoftmax()) {
            throw new IllegalArgumentException(
                    model + ": expected a network that ends in softmax; this one does not classify");
        }
        if (network.output().rank() != 1 || network.output().elements() > IdxFile.MOST_CLASSES) {
            throw new ShapeException(model + ": expected a row of at most " + IdxFile.MOST_CLASSES
                    + " outputs, one for each class, but was " + network.output());
        }
    }

    private void requireFit(Shape input, IdxImages given) {
        if (input.elements() != given.rows() * given.columns()) {
            throw new ShapeException(images + ": expected images of " + input.elements() + " pixels, as " + model
                    + " takes, but was " + given.rows() * given.columns());
        }
        if (input.rank() == 3 && !input.equals(Shape.of(given.rows(), given.columns(), 1))) {
            throw new ShapeException(images + ": expected images of " + input.size(0) + "×" + input.size(1)
                    + " pixels, as " + model + " takes, but was " + given.rows() + "×" + given.columns());
        }
    }
}
