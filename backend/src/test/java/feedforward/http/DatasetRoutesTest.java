package feedforward.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.JsonObject;
import feedforward.datasets.BuiltInDatasets;
import feedforward.datasets.HostedDataset;
import feedforward.datasets.HostedFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetRoutesTest {
    private static final String IMAGES = "/api/v1/datasets/mnist/train-images-idx3-ubyte";

    private final HostedDataset digits = TinyDigits.hosted();

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listSaysWhatThereIs() {
        JsonObject list = TestServer.json(server.get("/api/v1/datasets"));

        JsonObject mnist = list.get("datasets").asArray().get(0).asObject();
        assertThat(mnist.getString("name", "")).isEqualTo("mnist");
        assertThat(mnist.getString("sha256", "")).isEqualTo(digits.data().sha256());
        assertThat(mnist.getInt("train", 0)).isEqualTo(60);
        assertThat(mnist.getInt("test", 0)).isEqualTo(20);
        JsonObject images = mnist.get("files").asArray().get(0).asObject();
        assertThat(images.getString("url", "")).isEqualTo(IMAGES);
        assertThat(images.getInt("bytes", 0)).isEqualTo(16 + 60 * 16);
        assertThat(images.getString("sha256", ""))
                .isEqualTo(digits.files().get(0).sha256());
    }

    @Test
    void fileIsSentInflatedToWhoeverTakesNoGzip() throws IOException {
        HttpResponse<byte[]> response = server.bytes(IMAGES);

        assertThat(response.body()).isEqualTo(digits.files().get(0).open().readAllBytes());
        assertThat(response.headers().firstValue("content-length")).contains(String.valueOf(16 + 60 * 16));
        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
        assertThat(response.headers().firstValue("cache-control")).contains("public, max-age=604800");
    }

    @Test
    void fileIsSentAsItIsKeptToWhoeverTakesGzip() {
        HostedFile file = digits.files().get(0);

        HttpResponse<byte[]> response =
                server.send(server.request(IMAGES).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());

        assertThat(response.body()).isEqualTo(file.gzip());
        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(response.headers().firstValue("x-uncompressed-length")).contains(String.valueOf(file.bytes()));
        assertThat(response.headers().firstValue("etag")).contains("\"" + file.sha256() + "\"");
    }

    @Test
    void fileIsNotSentTwice() {
        String tag = "\"" + digits.files().get(0).sha256() + "\"";

        HttpResponse<byte[]> response = server.send(
                server.request(IMAGES).header("If-None-Match", "\"other\", W/" + tag), BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void unknownFileIsAnError() {
        HttpResponse<String> response = server.get("/api/v1/datasets/mnist/other");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(TestServer.error(response))
                .isEqualTo("Data set file: expected one that /api/v1/datasets lists but was \"mnist/other\"");
    }

    @Test
    void serverIsReadyOnceTheyAreLoaded() {
        CountDownLatch slow = new CountDownLatch(1);
        try (TestServer loading = TestServer.start(folder.resolve("other"), () -> {
            awaitQuietly(slow);
            return List.of(BuiltInDatasets.curve());
        })) {
            assertThat(loading.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(loading.get("/health/ready").statusCode()).isEqualTo(503);

            slow.countDown();

            Awaitility.await().until(() -> loading.get("/health/ready").statusCode() == 200);
            assertThat(loading.get("/health/ready").body())
                    .isEqualTo("{\"ready\":true,\"version\":\"test\",\"device\":\"vector\"}");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
