package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

    @Test
    void eachMeasurementIsALine() {
        CommandRun run = CommandRun.of("bench", "W6", "W5-W2", "--seconds", "0.01");

        assertThat(run.exitCode()).isZero();
        List<JsonObject> lines =
                run.out().lines().map(line -> Json.parse(line).asObject()).toList();
        assertThat(lines).hasSize(2);
        JsonObject training = lines.get(0);
        assertThat(training.names())
                .containsExactly("workload", "mode", "threads", "rate", "min", "max", "unit", "device");
        assertThat(training.getString("workload", "")).isEqualTo("W6");
        assertThat(training.getDouble("min", -1)).isPositive().isLessThanOrEqualTo(training.getDouble("rate", 0));
        JsonObject latency = lines.get(1);
        assertThat(latency.names()).containsExactly("workload", "mode", "threads", "p50", "p99", "unit", "device");
        assertThat(latency.getDouble("p50", -1)).isPositive().isLessThanOrEqualTo(latency.getDouble("p99", 0));
    }

    @Test
    void unknownWorkloadIsWrongUsage() {
        CommandRun run = CommandRun.of("bench", "W6", "W9");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Workload: expected one of [W1, W2, W3, W4, W6, W5-W2, W5-W3] but was \"W9\"");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void secondsOutOfRangeAreWrongUsage() {
        assertThat(CommandRun.of("bench", "W6", "--seconds", "NaN").err())
                .contains("--seconds: expected a number in [0.01, 60] but was NaN");
    }
}
