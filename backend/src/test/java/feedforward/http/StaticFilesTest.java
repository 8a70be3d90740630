package feedforward.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,           text/html;charset=utf-8",
        "/index.html, text/html;charset=utf-8",
        "/index,      text/html;charset=utf-8",
        "/icon.svg,   image/svg+xml",
        "/favicon.ico, image/svg+xml",
        "/probe.wasm, application/wasm"
    })
    void haveTheirType(String path, String type) {
        HttpResponse<String> response = server.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains(type);
        assertThat(response.headers().firstValue("cache-control")).contains("no-cache");
    }

    @Test
    void areNotSentTwice() {
        String tag = server.get("/").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again =
                server.send(server.request("/").header("If-None-Match", tag), BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void areCompressedForWhoeverTakesIt() throws IOException {
        String plain = server.get("/").body();

        HttpResponse<byte[]> response =
                server.send(server.request("/").header("Accept-Encoding", "deflate, gzip"), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(response.headers().firstValue("content-length")).contains(String.valueOf(response.body().length));
        byte[] inflated = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(new String(inflated, StandardCharsets.UTF_8)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, br',                 br",
        "'gzip, deflate, br, zstd',  br",
        "'br;q=0.5, gzip',           br",
        "'gzip, br;q=0',             gzip",
        "'gzip',                     gzip",
    })
    void areSentAsTheBuildCompressedThemToWhoeverTakesThat(String accepted, String encoding) throws IOException {
        HttpResponse<byte[]> response = server.send(
                server.request("/probe.txt").header("Accept-Encoding", accepted), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("content-encoding")).contains(encoding);
        assertThat(response.headers().firstValue("vary")).contains("Accept-Encoding");
        if (encoding.equals("br")) {
            assertThat(response.body()).isEqualTo(resource("/web/probe.txt.br"));
        } else {
            byte[] inflated = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
            assertThat(inflated).isEqualTo(resource("/web/probe.txt"));
        }
    }

    @Test
    void areNotCompressedForWhoeverRefusesIt() {
        HttpResponse<String> response =
                server.send(server.request("/").header("Accept-Encoding", "gzip;q=0"), BodyHandlers.ofString());

        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
    }

    @Test
    void areSentAsTheyAreToWhoeverSaysNothingOfEncodings() throws IOException {
        HttpResponse<byte[]> response = server.send(server.request("/probe.txt"), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
        assertThat(response.body()).isEqualTo(resource("/web/probe.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vendor",
                "/probe.txt.br",
                "/vendor/",
                "/index.class",
                "//etc/passwd",
                "/.hidden",
                "/a/../index.html"
            })
    void includeNothingElse(String path) {
        assertThat(server.get(path).statusCode()).isIn(400, 404);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream resource = StaticFilesTest.class.getResourceAsStream(name)) {
            assertThat(resource).as(name).isNotNull();
            return resource.readAllBytes();
        }
    }
}
