package feedforward.cli;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.vector.VectorDevice;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which device works, on how many threads. */
final class DeviceOptions {
    /** The devices there are. */
    enum Kind {
        vector,
        heap
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "What computes: ${COMPLETION-CANDIDATES} (default: vector where java runs with "
                    + Devices.FLAG + ", else heap)")
    private Optional<Kind> kind = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads it may use (default: the cores to train, 1 to measure; heap has 1)")
    private Optional<Integer> threads = Optional.empty();

    /**
     * @param standard how many threads work where the options don't say
     * @throws ParameterException if there is no such device here or it cannot use so many threads
     */
    Device create(int standard) {
        requireThreads();
        if (kind.isEmpty()) {
            return Devices.best(threads(standard), spec.commandLine().getErr()).get();
        }
        if (usesHeap()) {
            return new HeapDevice();
        }
        if (!Devices.vectorRuns()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--device: expected heap, as vector needs java " + Devices.FLAG + ", but was vector");
        }
        return VectorDevice.start(threads(standard));
    }

    /** How many threads the device uses. */
    int threads(int standard) {
        return usesHeap() ? 1 : threads.orElse(standard);
    }

    private boolean usesHeap() {
        return kind.map(Kind.heap::equals).orElse(!Devices.vectorRuns());
    }

    private void requireThreads() {
        int wanted = threads.orElse(1);
        if (usesHeap() && wanted != 1) {
            throw new ParameterException(
                    spec.commandLine(), "--threads: expected 1, as device heap uses one thread, but was " + wanted);
        }
        if (wanted < 1 || wanted > VectorDevice.MOST_THREADS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--threads: expected a number in [1, " + VectorDevice.MOST_THREADS + "] but was " + wanted);
        }
    }
}
