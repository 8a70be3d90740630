package feedforward.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.json.JsonFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchRequestTest {
    private static final String JSON = "{\"workload\":\"W5-W2\",\"threads\":2,\"seconds\":0.5}";

    @Test
    void goesThroughItsJson() {
        BenchRequest request = new BenchRequest(Workload.W5_W2, 2, 0.5);

        assertThat(request.toJson()).hasToString(JSON);
        assertThat(BenchRequest.read(JSON)).isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"threads\":2', '\"threads\":0', 'Bench threads: expected a whole number in [1, 64] but was 0'",
        "'\"seconds\":0.5', '\"seconds\":60', 'Bench seconds: expected a number in [0.01, 10] but was 60'",
        "'\"seconds\":0.5', '\"seconds\":\"1\"', 'Bench seconds: expected a number in [0.01, 10] but was \"1\"'",
        "',\"threads\":2', '', 'Bench threads: expected this field but it is missing'",
        "'{', '{\"mode\":\"train\",', 'Bench: expected only the fields workload, threads, seconds but was also given \"mode\"'",
    })
    void saysWhatIsWrongWithAField(String part, String wrong, String message) {
        assertThatThrownBy(() -> BenchRequest.read(JSON.replace(part, wrong)))
                .isInstanceOf(JsonFormatException.class)
                .hasMessage(message);
    }

    @Test
    void listsTheWorkloadsThereAre() {
        assertThatThrownBy(() -> BenchRequest.read(JSON.replace("W5-W2", "W9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Workload: expected one of [W1, W2, W3, W4, W6, W5-W2, W5-W3] but was \"W9\"");
    }

    @Test
    void needsNoMoreThreadsThanThereAre() {
        BenchRequest request = BenchRequest.read(JSON);

        request.requireThreads(2);
        assertThatThrownBy(() -> request.requireThreads(1))
                .hasMessage("Bench threads: expected a whole number in [1, 1], as many as can work here, but was 2");
    }
}
