package feedforward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import feedforward.data.Dataset;
import feedforward.datasets.BuiltInDatasets;
import feedforward.device.Device;
import feedforward.vector.VectorDevice;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training step on the vector device leaves to the garbage collector, in bytes, as the JVM counts them for its thread. */
class StepAllocationTest {
    private static final int STEPS = 10;
    /** HotSpot removes some objects or not, by what it has seen run before; W4 has some for each of its 64 time steps. */
    private static final long MOST = 10_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Small objects, whose number does not depend on the batch: until HotSpot has compiled a kernel, each of its vectors is one more. */
    @ParameterizedTest
    @ValueSource(strings = {"W2", "W3", "W4"})
    void aStepAllocatesAFewSmallObjects(String workload) {
        BenchNetwork description = Workload.named(workload).network();
        try (Device device = VectorDevice.start(1)) {
            device.awaitFullSpeed();
            BenchStep step = BenchStep.training(device, description, description.build(device), data(workload));

            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ZERO)
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(bytesPerStep(step)).isLessThan(MOST));
        }
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
