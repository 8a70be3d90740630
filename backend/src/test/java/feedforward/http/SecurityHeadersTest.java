package feedforward.http;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.wire.RunSpecJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityHeadersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "GET,    /,                    200",
        "GET,    /api/v1/jobs,         200",
        "GET,    /nowhere,             404",
        "GET,    /api/v1/nowhere,      404",
        "PUT,    /api/v1/jobs,         405",
        "POST,   /api/v1/jobs,         400",
        "GET,    /api%2fv1/jobs,       400",
        "GET,    /..;/web/index.html,  400",
        "GET,    /%2e%2e/index.html,   400"
    })
    void areOnEveryResponse(String method, String path, int status) {
        try (TestServer server = TestServer.start(folder)) {
            HttpResponse<String> response =
                    server.send(server.request(path).method(method, BodyPublishers.noBody()), BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(status);
            requireHeaders(response);
            if (status >= 400) {
                assertThat(TestServer.error(response)).isNotEmpty();
            }
        }
    }

    @Test
    void areOnFailuresOfOurOwnWhichTellNothingOfTheInside() {
        try (TestServer server = TestServer.start(folder, () -> {
            throw new IllegalStateException("secret place");
        })) {
            HttpResponse<String> response = server.post(
                    "/api/v1/jobs", RunSpecJson.write(TinyDigits.run()).toString());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(TestServer.error(response)).isEqualTo("The server failed; its log says why");
            requireHeaders(response);
        }
    }

    @Test
    void foreignPagesMayNotChangeAnything() {
        try (TestServer server = TestServer.start(folder)) {
            HttpResponse<String> response = server.send(
                    server.request("/api/v1/jobs/0").DELETE().header("Sec-Fetch-Site", "cross-site"),
                    BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(TestServer.error(response))
                    .isEqualTo("Request: expected from this server's own page but was from another site");
        }
    }

    private static void requireHeaders(HttpResponse<String> response) {
        assertThat(response.headers().map())
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("cross-origin-embedder-policy", List.of("require-corp"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .doesNotContainKey("server");
        assertThat(response.headers().firstValue("content-security-policy").orElseThrow())
                .startsWith("default-src 'self'; script-src 'self' 'wasm-unsafe-eval';")
                .doesNotContain("'unsafe-eval'", "'unsafe-inline'");
    }
}
