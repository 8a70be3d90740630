package feedforward.http;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.datasets.BuiltInDatasets;
import feedforward.datasets.DatasetCatalogue;
import feedforward.datasets.HostedDataset;
import feedforward.jobs.JobService;
import feedforward.jobs.MachineDevices;
import feedforward.train.RunSpec;
import feedforward.vector.VectorDevice;
import feedforward.wire.RunSpecJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A server on a free port with a tiny data set and small limits, and a client that speaks HTTP to it. */
final class TestServer implements AutoCloseable {
    static final ServerOptions.Limits LIMITS =
            new ServerOptions.Limits(20_000, 40_000, new JobService.Limits(2, 20 << 20, 5_000), 50);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final FeedforwardServer server;

    private TestServer(FeedforwardServer server) {
        this.server = server;
    }

    static TestServer start(Path dataDir) {
        return start(dataDir, () -> List.of(TinyDigits.hosted(), BuiltInDatasets.curve()));
    }

    /** One that lets other machines in. */
    static TestServer startOpen(Path dataDir) {
        return start("0.0.0.0", dataDir, List::of);
    }

    static TestServer start(Path dataDir, Supplier<List<HostedDataset>> datasets) {
        return start("localhost", dataDir, datasets);
    }

    private static TestServer start(String host, Path dataDir, Supplier<List<HostedDataset>> datasets) {
        try {
            return new TestServer(FeedforwardServer.start(
                    new ServerOptions(host, 0, dataDir, "test", LIMITS),
                    new DatasetCatalogue(datasets),
                    new MachineDevices(2, VectorDevice::start)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    HttpResponse<String> get(String path) {
        return send(request(path), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) {
        return send(request(path), BodyHandlers.ofByteArray());
    }

    HttpResponse<Stream<String>> lines(String path) {
        return send(request(path), BodyHandlers.ofLines());
    }

    HttpResponse<String> post(String path, BodyPublisher body) {
        return send(request(path).POST(body), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) {
        return post(path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE(), BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts a run and gives the path of its job. */
    String submit(RunSpec spec) {
        HttpResponse<String> response =
                post("/api/v1/jobs", RunSpecJson.write(spec).toString());
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }

    JsonObject snapshot(String job) {
        return json(get(job)).get("snapshot").asObject();
    }

    String state(String job) {
        return snapshot(job).getString("state", "");
    }

    /** The snapshot of the job once it is in this state. */
    JsonObject await(String job, String state) {
        Awaitility.await().until(() -> state(job).equals(state));
        return snapshot(job);
    }

    static JsonObject json(HttpResponse<String> response) {
        return Json.parse(response.body()).asObject();
    }

    static String error(HttpResponse<String> response) {
        return json(response).getString("error", "");
    }

    @Override
    public void close() {
        server.close();
    }
}
