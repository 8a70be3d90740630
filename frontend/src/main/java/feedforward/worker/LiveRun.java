package feedforward.worker;

import feedforward.data.Curve;
import feedforward.data.Dataset;
import feedforward.device.Device;
import feedforward.train.Run;
import feedforward.train.RunDriver;
import feedforward.train.RunSpec;
import java.util.Optional;

/** A run with its data and the device that it has to itself, whose memory it gives back when it is closed. Mutable. */
final class LiveRun implements AutoCloseable {
    private final Device device;
    private final Dataset data;
    private final RunDriver driver;
    private final Optional<CurveFit> fit;

    private LiveRun(Device device, Dataset data, RunDriver driver) {
        this.device = device;
        this.data = data;
        this.driver = driver;
        Run run = driver.run();
        fit = run.spec().data().name().equals(Curve.NAME)
                ? Optional.of(
                        new CurveFit(run.network(), device, Math.min(run.spec().batchSize(), Curve.POINTS)))
                : Optional.empty();
    }

    /** @param device closed at once if the run cannot start on it */
    static LiveRun start(RunSpec spec, Dataset data, Device device) {
        try {
            return new LiveRun(device, data, new RunDriver(Run.start(spec, data, device), System::nanoTime));
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }

    /** The same run, longer, on another device; this one stays as it is. */
    LiveRun extendedTo(int epochs, Device other) {
        try {
            return new LiveRun(other, data, driver.extendedTo(epochs, data, other));
        } catch (RuntimeException e) {
            other.close();
            throw e;
        }
    }

    RunDriver driver() {
        return driver;
    }

    /** What a network of one input and one output says over [−1, 1], if this is one. */
    Optional<CurveFit> fit() {
        return fit;
    }

    @Override
    public void close() {
        device.close();
    }
}
