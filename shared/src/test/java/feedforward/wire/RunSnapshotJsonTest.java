package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.json.JsonFields;
import feedforward.json.JsonFormatException;
import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import feedforward.train.RunSnapshot;
import feedforward.train.RunState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunSnapshotJsonTest {
    private static final RunSnapshot PAUSED = new RunSnapshot(
            RunState.PAUSED,
            9,
            3000,
            12345.678,
            1.5,
            List.of(new LossPoint(4, 0.25), new LossPoint(9, 1e-7)),
            List.of(
                    new EvaluationReport(0, 2.302585092994046, OptionalDouble.of(0.098)),
                    new EvaluationReport(9, 0.1, OptionalDouble.empty())),
            Optional.of("ab".repeat(32)),
            "");
    private static final String JSON = RunSnapshotJson.write(PAUSED).toString();

    @Test
    void aSnapshotIsWrittenLikeThis() {
        assertThat(JSON)
                .isEqualTo("{\"state\":\"paused\",\"step\":9,\"totalSteps\":3000,\"examplesPerSecond\":12345.678,"
                        + "\"secondsLeft\":1.5,\"losses\":[[4,0.25],[9,1.0E-7]],\"evaluations\":["
                        + "{\"step\":0,\"loss\":2.302585092994046,\"accuracy\":0.098},{\"step\":9,\"loss\":0.1,"
                        + "\"accuracy\":null}],\"weightsSha256\":\"" + "ab".repeat(32) + "\",\"message\":\"\"}");
        assertThat(read(JSON)).isEqualTo(PAUSED);
    }

    @ParameterizedTest
    @EnumSource
    void everyStateComesBack(RunState state) {
        RunSnapshot snapshot = PAUSED.with(state);
        assertThat(read(RunSnapshotJson.write(snapshot).toString())).isEqualTo(snapshot);
    }

    @Test
    void queuedAndFailedRunsComeBack() {
        RunSnapshot failed = PAUSED.failed("Training step 10: \"quoted\"\nand é");
        assertThat(read(RunSnapshotJson.write(failed).toString())).isEqualTo(failed);
        RunSnapshot queued = RunSnapshot.queued();
        assertThat(read(RunSnapshotJson.write(queued).toString())).isEqualTo(queued);
    }

    @Test
    void aFieldThatIsWrongIsNamed() {
        assertRefused("\"paused\"", "\"asleep\"")
                .hasMessage("Snapshot state: expected one of \"queued\", \"running\", \"paused\", \"finished\","
                        + " \"cancelled\", \"failed\" but was \"asleep\"");
        assertRefused("\"step\":9,\"totalSteps\"", "\"step\":-1,\"totalSteps\"")
                .hasMessage("Snapshot step: expected a whole number in [0, 2,147,483,647] but was -1");
        assertRefused("[9,1.0E-7]", "[9]").hasMessageStartingWith("Snapshot losses[1]: expected a pair [step, loss]");
        assertRefused("[9,1.0E-7]", "[9,1,1]")
                .hasMessageStartingWith("Snapshot losses[1]: expected a pair [step, loss]");
        assertRefused("[9,1.0E-7]", "[0.5,1]").hasMessageStartingWith("Snapshot losses[1][0]: expected a whole number");
        assertRefused("0.098", "1.5")
                .hasMessage("Snapshot evaluations[0].accuracy: expected a number in [0, 1] but was 1.5");
        assertRefused("\"message\":\"\"", "\"message\":null")
                .hasMessage("Snapshot message: expected text but was null");
        assertRefused("\"message\"", "\"words\"").hasMessage("Snapshot message: expected this field but it is missing");
        assertRefused("\"message\":\"\"", "\"message\":\"\",\"x\":1").hasMessageContaining("was also given \"x\"");
        assertRefused("\"accuracy\":0.098", "\"accuracy\":0.098,\"x\":1")
                .hasMessage(
                        "Snapshot evaluations[0]: expected only the fields accuracy, step, loss but was also given \"x\"");
    }

    private static RunSnapshot read(String json) {
        return RunSnapshotJson.read(JsonFields.parse("Snapshot", json));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String right, String wrong) {
        assertThat(JSON).contains(right);
        return assertThatThrownBy(() -> read(JSON.replace(right, wrong))).isInstanceOf(JsonFormatException.class);
    }
}
