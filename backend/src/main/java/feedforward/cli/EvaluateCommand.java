package feedforward.cli;

import com.eclipsesource.json.Json;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.ImageExamples;
import feedforward.data.Mnist;
import feedforward.device.HeapDevice;
import feedforward.loss.LossKind;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.train.Evaluation;
import feedforward.train.EvaluationReport;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate MODEL --images IDX --labels IDX}: how well a saved network does on digits of one's own. */
@Command(name = "evaluate", description = "Judge a saved network.", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final int BATCH = 100;

    @Parameters(paramLabel = "MODEL", description = "A safetensors file that train or the page saved")
    private Path model;

    @Option(names = "--images", required = true, paramLabel = "IDX", description = "Images, an uncompressed idx file")
    private Path images;

    @Option(names = "--labels", required = true, paramLabel = "IDX", description = "Their digits, likewise")
    private Path labels;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SavedModel saved = SavedModel.parse(InFile.read(model));
        ImageExamples examples = examples();
        requireFit(saved, examples);
        HeapDevice device = new HeapDevice();
        EvaluationReport report =
                Evaluation.of(saved.build(device, BATCH), LossKind.CROSS_ENTROPY, device, examples, BATCH);
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

    private ImageExamples examples() throws IOException {
        IdxImages parsed = IdxFile.parseImages(images.toString(), InFile.read(images));
        byte[] digits = IdxFile.parseLabels(labels.toString(), InFile.read(labels));
        IdxFile.requirePaired(images.toString(), parsed, labels.toString(), digits);
        if (digits.length == 0) {
            throw new IllegalArgumentException(images + ": expected at least one image but there are none");
        }
        return new ImageExamples(parsed.pixels(), digits, parsed.rows() * parsed.columns(), Mnist.CLASSES);
    }

    private void requireFit(SavedModel saved, ImageExamples examples) {
        if (!saved.network().endsInSoftmax()) {
            throw new IllegalArgumentException(
                    model + ": expected a network that ends in softmax; this one does not classify");
        }
        if (saved.network().input().elements() != examples.features().elements()) {
            throw new ShapeException(
                    images + ": expected images of " + saved.network().input().elements() + " pixels, as " + model
                            + " takes, but was " + examples.features().elements());
        }
        if (!saved.network().output().equals(Shape.of(Mnist.CLASSES))) {
            throw new ShapeException(model + ": expected " + Mnist.CLASSES + " outputs, one for each digit, but was "
                    + saved.network().output().elements());
        }
    }
}
