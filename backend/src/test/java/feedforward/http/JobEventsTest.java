package feedforward.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import feedforward.wire.RunSnapshotJson;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JobEventsTest {
    private static final RunSpec CURVE = Recipe.CURVE_TANH.spec();
    private static final RunSpec ENDLESS = CURVE.withEpochs(1_000_000);
    private static final RunSpec SECOND = CURVE.withEpochs(2000);

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
    void streamEndsWithTheEndState() {
        String job = server.submit(SECOND);

        List<JsonObject> snapshots = snapshots(server.lines(job + "/events"));

        assertThat(snapshots).isNotEmpty();
        assertThat(snapshots.get(snapshots.size() - 1)).isEqualTo(server.snapshot(job));
        assertThat(snapshots.get(snapshots.size() - 1).getString("state", "")).isEqualTo("finished");
    }

    @Test
    void everyEventIsAWholeSnapshotWithNameAndId() {
        String job = server.submit(SECOND);

        HttpResponse<Stream<String>> response = server.lines(job + "/events");

        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
        List<String> lines =
                response.body().filter(line -> !line.startsWith(":")).toList();
        for (int i = 0; i + 3 < lines.size(); i += 4) {
            assertThat(lines.get(i)).startsWith("id: ");
            assertThat(lines.get(i + 1)).isEqualTo("event: snapshot");
            RunSnapshotJson.read(JsonFields.parse("event", lines.get(i + 2).substring("data: ".length())));
            assertThat(lines.get(i + 3)).isEmpty();
        }
    }

    @Test
    void latecomerGetsTheEndAtOnce() {
        String job = server.submit(CURVE.withEpochs(1));
        server.await(job, "finished");

        assertThat(snapshots(server.lines(job + "/events"))).containsExactly(server.snapshot(job));
    }

    @Test
    void waitingJobGivesSignsOfLife() {
        String running = server.submit(ENDLESS);
        server.await(running, "running");
        String waiting = server.submit(CURVE);

        try (Stream<String> lines = server.lines(waiting + "/events").body()) {
            assertThat(lines.filter(line -> line.startsWith(":")).findFirst()).contains(": still here");
        }
    }

    @Test
    void cancellationReachesEveryListener() {
        String job = server.submit(ENDLESS);
        HttpResponse<Stream<String>> one = server.lines(job + "/events");
        HttpResponse<Stream<String>> other = server.lines(job + "/events");

        server.delete(job);

        assertThat(lastState(one)).isEqualTo("cancelled");
        assertThat(lastState(other)).isEqualTo("cancelled");
    }

    @Test
    void clientsThatDoNotReadOrVanishHoldUpNobody() throws IOException {
        String job = server.submit(SECOND);
        connect(job).close();
        try (Socket silent = connect(job)) {
            assertThat(lastState(server.lines(job + "/events"))).isEqualTo("finished");
            assertThat(silent.isConnected()).isTrue();
        }
    }

    @Test
    void closingServerCancelsAndTellsSo() {
        String job = server.submit(ENDLESS);
        HttpResponse<Stream<String>> events = server.lines(job + "/events");
        Iterator<String> lines = events.body().iterator();
        assertThat(lines.next()).startsWith("id: ");

        server.close();

        String last = "";
        while (lines.hasNext()) {
            String line = lines.next();
            last = line.startsWith("data: ") ? line : last;
        }
        assertThat(last).contains("\"state\":\"cancelled\"");
    }

    @Test
    void unknownJobIsAnError() {
        assertThat(server.get("/api/v1/jobs/1/events").statusCode()).isEqualTo(404);
    }

    private Socket connect(String job) throws IOException {
        Socket socket = new Socket("localhost", server.port());
        String request = "GET " + job + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String lastState(HttpResponse<Stream<String>> events) {
        List<JsonObject> all = snapshots(events);
        return all.get(all.size() - 1).getString("state", "");
    }

    private static List<JsonObject> snapshots(HttpResponse<Stream<String>> events) {
        return events.body()
                .filter(line -> line.startsWith("data: "))
                .map(line -> Json.parse(line.substring("data: ".length())).asObject())
                .toList();
    }
}
