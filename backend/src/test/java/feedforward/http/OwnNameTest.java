package feedforward.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over plain sockets, since Java's client sets {@code Host} itself. */
class OwnNameTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "localhost,                    200",
        "localhost:7070,               200",
        "LocalHost:1,                  200",
        "127.0.0.1:7070,               200",
        "[::1],                        200",
        "[::1]:7070,                   200",
        "evil.example,                 421",
        "evil.example:7070,            421",
        "localhost.evil.example,       421",
        "127.0.0.1.evil.example:7070,  421",
        "192.0.2.7:7070,               421",
        "[2001:db8::1]:7070,           421"
    })
    void onLoopbackOnlyLoopbackNamesAreServed(String host, int status) throws IOException {
        try (TestServer server = TestServer.start(folder)) {
            assertThat(get(server, "/health/live", "HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:7070,           200",
        "192.0.2.7:7070,           200",
        "[2001:db8::1]:7070,       200",
        "evil.example:7070,        421",
        "192.0.2.7.evil.example,   421"
    })
    void toOtherMachinesAddressesAreServedToo(String host, int status) throws IOException {
        try (TestServer server = TestServer.startOpen(folder)) {
            assertThat(get(server, "/health/live", "HTTP/1.1\r\nHost: " + host)).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void toOtherMachinesTheNameOfThisOneIsServed() throws IOException {
        try (TestServer server = TestServer.startOpen(folder)) {
            String machine = InetAddress.getLocalHost().getHostName();

            assertThat(get(server, "/health/live", "HTTP/1.1\r\nHost: " + machine + ":7070"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void withoutTheHeaderOnlyOldProtocolsAreServed() throws IOException {
        try (TestServer server = TestServer.start(folder)) {
            assertThat(get(server, "/health/live", "HTTP/1.0")).startsWith("HTTP/1.1 200");
            assertThat(get(server, "/health/live", "HTTP/1.1")).startsWith("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/jobs", "/api/v1/datasets/mnist/t10k-images-idx3-ubyte", "/nowhere"})
    void refusalIsAnErrorThatSaysWhatToDoWhateverIsAsked(String path) throws IOException {
        try (TestServer server = TestServer.start(folder)) {
            String response = get(server, path, "HTTP/1.1\r\nHost: evil.example:7070");

            assertThat(response).startsWith("HTTP/1.1 421").contains("X-Content-Type-Options: nosniff");
            String body = response.substring(response.indexOf("\r\n\r\n") + 4);
            assertThat(Json.parse(body).asObject().getString("error", ""))
                    .isEqualTo("Host: expected localhost or 127.0.0.1 or [::1] but was \"evil.example:7070\";"
                            + " if that is this server's name, start it with --host");
        }
    }

    /** The whole answer, head and body. */
    private static String get(TestServer server, String path, String protocolAndHost) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            String request = "GET " + path + " " + protocolAndHost + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
