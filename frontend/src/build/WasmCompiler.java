import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles programs side by side, with TeaVM's loader for all. The build runs it as a source file:
 * {@code java -cp <class path> WasmCompiler.java <output folder> <file>=<main class>=<FULL or ADVANCED> …}: FULL makes programs
 * three times as long, and networks of a few units half as fast again. TeaVM's Maven plugin can do neither two at once nor
 * leave out what is up to date.
 */
final class WasmCompiler {
    private static final String LOADER = "org/teavm/backend/wasm/wasm-gc-runtime.min.js";

    private final Path output;

    private WasmCompiler(Path output) {
        this.output = output;
    }

    public static void main(String[] args) throws Exception {
        var compiler = new WasmCompiler(Path.of(args[0]));
        Files.createDirectories(compiler.output);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> programs = Stream.of(args)
                    .skip(1)
                    .map(program -> (Callable<Boolean>) () -> compiler.compile(program))
                    .toList();
            for (Future<Boolean> program : threads.invokeAll(programs)) {
                if (!program.get()) {
                    System.exit(1);
                }
            }
            compiler.copyLoader();
        } finally {
            threads.shutdown();
        }
    }

    /** @param program file=main class=level */
    private boolean compile(String program) throws Exception {
        String[] parts = program.split("=");
        var tool = new TeaVMTool();
        tool.setLog(new ConsoleTeaVMToolLog(false));
        tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.valueOf(parts[2]));
        tool.setMainClass(parts[1]);
        tool.setTargetDirectory(output.toFile());
        tool.setTargetFileName(parts[0]);
        tool.setClassPath(classPath());
        tool.generate();
        var problems = tool.getProblemProvider();
        TeaVMProblemRenderer.describeProblems(
                tool.getDependencyInfo().getCallGraph(), problems, new ConsoleTeaVMToolLog(false));
        return problems.getSevereProblems().isEmpty();
    }

    private static List<File> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .toList();
    }

    private void copyLoader() throws IOException {
        try (InputStream loader = WasmCompiler.class.getClassLoader().getResourceAsStream(LOADER)) {
            Files.copy(loader, output.resolve("runtime.js"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
