package feedforward.cli;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which device works, on how many threads. */
final class DeviceOptions {
    /** The devices there are. */
    enum Kind {
        heap
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--device",
            defaultValue = "heap",
            paramLabel = "DEVICE",
            description = "What computes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Kind kind;

    @Option(
            names = "--threads",
            defaultValue = "1",
            paramLabel = "N",
            description = "Threads it may use (default: ${DEFAULT-VALUE})")
    private int threads;

    /** @throws ParameterException if the device cannot use so many threads */
    Device create() {
        if (threads != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--threads: expected 1, as device " + kind + " uses one thread, but was " + threads);
        }
        return new HeapDevice();
    }

    int threads() {
        return threads;
    }
}
