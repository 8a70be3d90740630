package feedforward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private static final long STEP_NANOS = 125_000_000;

    private final List<Double> parts = new ArrayList<>();
    private long now;

    /** Steps of 1/8 s: 1 s to warm up and five windows of half a second are 28 steps. */
    @Test
    void ratesAreOfTheWindowsAndTellWhatIsDone() {
        double[] rates = stopwatch().rates(index -> now += STEP_NANOS, 64);

        assertThat(rates).containsExactly(512, 512, 512, 512, 512);
        assertThat(parts).hasSize(28).isSorted().startsWith(1 / 28.0).endsWith(1.0);
    }

    /** Each call 1/8 s: the warm-up and the measurement end after 8 s each. */
    @Test
    void slowCallsEndInTimeAndTellWhatIsDone() {
        double[] millis = stopwatch().latency(index -> now += STEP_NANOS);

        assertThat(millis).hasSize(64).containsOnly(125);
        assertThat(parts).hasSize(128).isSorted().startsWith(1 / 128.0).endsWith(1.0);
    }

    @Test
    void quickCallsEndByTheirNumber() {
        double[] millis = stopwatch().latency(index -> now += STEP_NANOS / 1000);

        assertThat(millis).hasSize(5000);
        assertThat(parts).hasSize(8000).isSorted().endsWith(1.0);
    }

    private Stopwatch stopwatch() {
        return new Stopwatch(() -> now, 0.5, parts::add);
    }
}
