package feedforward.jobs;

import feedforward.device.Device;
import java.util.function.IntFunction;

/**
 * The devices of this machine.
 *
 * @param mostThreads on how many threads a device can work here
 * @param onThreads a device on so many threads, for whoever opens it to close
 */
public record MachineDevices(int mostThreads, IntFunction<Device> onThreads) {

    public Device open(int threads) {
        return onThreads.apply(threads);
    }

    /** A device on all threads. */
    public Device best() {
        return open(mostThreads);
    }
}
