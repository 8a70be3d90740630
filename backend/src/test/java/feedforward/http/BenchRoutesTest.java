package feedforward.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.train.Recipe;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchRoutesTest {
    private static final String BENCH = "/api/v1/bench";
    private static final String SHORT = "{\"workload\":\"W6\",\"threads\":2,\"seconds\":0.01}";
    private static final String LONG = "{\"workload\":\"W6\",\"threads\":1,\"seconds\":10}";

    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsHowFarItIsThenTheResultThenThatItIsDone() {
        HttpResponse<String> response = server.post(BENCH, SHORT);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/x-ndjson");
        List<JsonObject> lines =
                response.body().lines().map(line -> Json.parse(line).asObject()).toList();
        int parts = lines.size() - 2;
        assertThat(lines.subList(0, parts))
                .isNotEmpty()
                .extracting(line -> line.getDouble("part", -1))
                .isSorted()
                .allMatch(part -> part > 0 && part <= 1);
        JsonObject result = lines.get(parts).get("result").asObject();
        assertThat(result.names())
                .containsExactly("workload", "mode", "threads", "rate", "min", "max", "unit", "device");
        assertThat(result.getInt("threads", 0)).isEqualTo(2);
        assertThat(result.getString("device", "")).isEqualTo("vector");
        assertThat(lines.get(parts + 1).getBoolean("done", false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "W6, W9, 422, 'Workload: expected one of [W1, W2, W3, W4, W6, W5-W2, W5-W3] but was \"W9\"'",
        "'\"threads\":2', '\"threads\":3', 422, 'Bench threads: expected a whole number in [1, 2], as many as can work here, but was 3'",
        "0.01, 11, 400, 'Bench seconds: expected a number in [0.01, 10] but was 11'",
        "'{', '[', 400, 'Bench at 1:12: expected '','' or '']'' but was '':'''",
    })
    void saysWhatIsWrongWithARequest(String part, String wrong, int status, String message) {
        HttpResponse<String> response = server.post(BENCH, SHORT.replace(part, wrong));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(TestServer.error(response)).isEqualTo(message);
    }

    @Test
    void nothingIsMeasuredBesideAJob() {
        String job = server.submit(Recipe.CURVE_TANH.spec().withEpochs(1_000_000));
        server.await(job, "running");

        HttpResponse<String> refused = server.post(BENCH, SHORT);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(TestServer.error(refused))
                .isEqualTo("Bench: expected a server with nothing else to do but it trains a job;"
                        + " measure when that has ended, or cancel it");
        server.delete(job);
        assertThat(measuredInTheEnd()).isEqualTo(200);
    }

    @Test
    void oneMeasurementAtATimeAndAClientThatGoesEndsIts() {
        try (Stream<String> lines = beginLong()) {
            assertThat(lines.iterator().next()).startsWith("{\"part\":");

            HttpResponse<String> refused = server.post(BENCH, SHORT);

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(TestServer.error(refused)).endsWith("it measures already; try again when that has ended");
        }
        assertThat(measuredInTheEnd()).isEqualTo(200);
    }

    @Test
    void aJobWaitsForTheMeasurementAndCanBeCancelledMeanwhile() {
        String job;
        try (Stream<String> lines = beginLong()) {
            Iterator<String> parts = lines.iterator();
            parts.next();
            String cancelled = server.submit(TinyDigits.run());
            job = server.submit(TinyDigits.run().withSeed(2));
            parts.next();

            server.delete(cancelled);

            server.await(cancelled, "cancelled");
            assertThat(server.state(job)).isEqualTo("queued");
        }
        server.await(job, "finished");
    }

    @Test
    void theServersEndIsTheMeasurements() {
        try (Stream<String> lines = beginLong()) {
            Iterator<String> parts = lines.iterator();
            parts.next();

            server.close();

            while (parts.hasNext()) {
                assertThat(parts.next()).startsWith("{\"part\":");
            }
        }
    }

    /** The status of a measurement as soon as the server has nothing else to do. */
    private int measuredInTheEnd() {
        return Awaitility.await().until(() -> server.post(BENCH, SHORT).statusCode(), status -> status != 409);
    }

    private Stream<String> beginLong() {
        return server.send(server.request(BENCH).POST(BodyPublishers.ofString(LONG)), BodyHandlers.ofLines())
                .body();
    }
}
