package feedforward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import feedforward.data.Dataset;
import feedforward.datasets.BuiltInDatasets;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.vector.VectorDevice;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training step leaves to the garbage collector, in bytes, as the JVM counts them for its thread: nothing. */
class StepAllocationTest {
    private static final int STEPS = 5;
    /** Steps by {@link #STEPS} after which HotSpot has long compiled everything; as a rule a tenth of them is enough. */
    private static final int MOST_WINDOWS = 200;
    /** Bytes of the smallest object: below, not every step makes one. */
    private static final long ONE_OBJECT = 16;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(strings = {"W2", "W3", "W4"})
    void aStepOnTheVectorDeviceAllocatesNothing(String workload) {
        try (Device device = VectorDevice.start(1)) {
            device.awaitFullSpeed();
            assertThat(leastBytesPerStep(workload, device)).isLessThan(ONE_OBJECT);
        }
    }

    @Test
    void aStepOnTheReferenceAllocatesNothing() {
        assertThat(leastBytesPerStep("W2", new HeapDevice())).isLessThan(ONE_OBJECT);
    }

    /** Until HotSpot has compiled a kernel, each of its vectors is an object; from then on each window has the same few, or none. */
    private long leastBytesPerStep(String workload, Device device) {
        BenchNetwork description = Workload.named(workload).network();
        BenchStep step = BenchStep.training(device, description, description.build(device), data(workload));
        long least = Long.MAX_VALUE;
        for (int window = 0; window < MOST_WINDOWS && least >= ONE_OBJECT; window++) {
            least = Math.min(least, bytesPerStep(step));
        }
        return least;
    }

    private long bytesPerStep(BenchStep step) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < STEPS; i++) {
            step.run(i);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / STEPS;
    }

    private static BenchData data(String workload) {
        if (workload.equals("W4")) {
            return BenchData.text();
        }
        Dataset mnist = BuiltInDatasets.mnist().data();
        return BenchData.test(mnist);
    }
}
