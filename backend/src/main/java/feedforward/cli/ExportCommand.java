package feedforward.cli;

import com.eclipsesource.json.Json;
import feedforward.device.HeapDevice;
import feedforward.files.AtomicFile;
import feedforward.hash.Sha256;
import feedforward.wire.ModelFormat;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export MODEL --format onnx|npz|safetensors|zip}: a saved network as a file for other programs. */
@Command(
        name = "export",
        description = "Write a saved network for onnxruntime, numpy or PyTorch, or all of it with its model card.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "A safetensors file that train or the page saved")
    private Path model;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}",
            converter = FormatConverter.class,
            completionCandidates = FormatNames.class)
    private ModelFormat format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it (default: named after the recipe, in the current folder)")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        out.ifPresent(file -> OutFile.requireWritable(spec, "--out", file, format.fileName()));
        SavedModel saved = SavedModel.parse(InFile.read(model));
        saved.build(new HeapDevice(), 1);
        Path file = out.orElseGet(() -> Path.of(saved.title() + "." + format.id()));
        byte[] content = format.write(saved);
        AtomicFile.write(file, content);
        spec.commandLine()
                .getOut()
                .println(Json.object()
                        .add("model", model.toString())
                        .add("format", format.id())
                        .add("file", file.toString())
                        .add("bytes", content.length)
                        .add("sha256", Sha256.hexOf(content)));
        return CommandLine.ExitCode.OK;
    }

    /** The formats' names, for help and messages. */
    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ModelFormat.ids().iterator();
        }
    }

    /** A format by its name. */
    static final class FormatConverter implements CommandLine.ITypeConverter<ModelFormat> {
        @Override
        public ModelFormat convert(String name) {
            int index = ModelFormat.ids().indexOf(name.toLowerCase(Locale.ROOT));
            if (index < 0) {
                throw new CommandLine.TypeConversionException(
                        "expected one of " + ModelFormat.ids() + " but was \"" + name + "\"");
            }
            return ModelFormat.values()[index];
        }
    }
}
