package feedforward.cli;

import feedforward.bench.BenchResult;
import feedforward.bench.Workload;
import feedforward.data.Dataset;
import feedforward.datasets.BuiltInDatasets;
import feedforward.device.Device;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench WORKLOAD…}: one line of JSON per measurement. */
@Command(name = "bench", description = "Measure training and recognising.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final double SHORTEST = 0.01;
    private static final double LONGEST = 60;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int PARTS = 1000;

    @Parameters(arity = "1..*", paramLabel = "WORKLOAD", description = "W1, W2, W3, W4, W6, W5-W2, W5-W3")
    private List<String> names;

    @Option(
            names = "--seconds",
            defaultValue = "2",
            paramLabel = "S",
            description = "Of each of the five windows (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Mixin
    private DeviceOptions deviceOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Workload> workloads = workloads();
        Supplier<Dataset> mnist = new Once();
        try (Device device = deviceOptions.create(1)) {
            for (Workload workload : workloads) {
                for (BenchResult result : measure(workload, device, mnist)) {
                    spec.commandLine().getOut().println(result.toJson(deviceOptions.threads(1)));
                    spec.commandLine().getOut().flush();
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private List<BenchResult> measure(Workload workload, Device device, Supplier<Dataset> mnist) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(workload.id() + ": measuring");
        Shown shown = new Shown(err);
        List<BenchResult> results = workload.run(device, mnist, seconds, System::nanoTime, shown);
        shown.end();
        return results;
    }

    private List<Workload> workloads() {
        if (!(seconds >= SHORTEST && seconds <= LONGEST)) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds: expected a number in [0.01, 60] but was " + seconds);
        }
        List<Workload> workloads = new ArrayList<>();
        try {
            names.forEach(name -> workloads.add(Workload.named(name)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return workloads;
    }

    /** How far a workload is, timed from its first report on: what came before, reading the data, tells nothing of the rest. */
    private static final class Shown implements DoubleConsumer {
        private final PrintWriter err;
        private Progress progress;
        private long start;
        private double first;

        Shown(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void accept(double part) {
            long now = System.nanoTime();
            if (progress == null) {
                progress = Progress.on(err);
                start = now;
                first = part;
            }
            double passed = (now - start) / NANOS_PER_SECOND;
            progress.show(Math.round(PARTS * part), PARTS, passed * (1 - part) / (part - first), "");
        }

        void end() {
            progress.end();
        }
    }

    /** MNIST, read when first asked for. */
    private static final class Once implements Supplier<Dataset> {
        private Dataset mnist;

        @Override
        public Dataset get() {
            if (mnist == null) {
                mnist = BuiltInDatasets.mnist().data();
            }
            return mnist;
        }
    }
}
