package feedforward.worker;

import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.train.Run;
import feedforward.train.RunDriver;
import feedforward.train.RunSpec;

/** A run with the device that it has to itself, whose memory it gives back when it is closed. Mutable. */
final class LiveRun implements AutoCloseable {
    private final Device device;
    private final RunDriver driver;

    private LiveRun(Device device, RunDriver driver) {
        this.device = device;
        this.driver = driver;
    }

    /** @param device closed at once if the run cannot start on it */
    static LiveRun start(RunSpec spec, Dataset data, Device device) {
        try {
            return new LiveRun(device, new RunDriver(Run.start(spec, data, device), System::nanoTime));
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    RunDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        device.close();
    }
}
