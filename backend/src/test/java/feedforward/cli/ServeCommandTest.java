package feedforward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ServeCommandTest {
    private static final String READY = "Feedforward is running at ";

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leaveNoneRunning() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void usedPortIsOneLineThatSaysWhatToDo() throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String port = String.valueOf(other.getLocalPort());
            Process process = start("serve", "--port", port, "--data-dir", folder.toString());

            assertThat(errors(process))
                    .isEqualTo("Port " + port + " is in use; choose another with --port, 0 for any free one\n");
            assertThat(process.getInputStream().readAllBytes()).isEmpty();
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void impossiblePortIsWrongUsage() {
        CommandRun run = CommandRun.of("serve", "--port", "70000");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--port: expected a number in [0, 65535] but was 70000");
    }

    @Test
    void foreignHostIsOneLineThatSaysWhatToDo() {
        CommandRun run = CommandRun.of("serve", "--host", "192.0.2.1", "--port", "0", "--data-dir", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("Host 192.0.2.1 is no address of this machine; choose another with --host");
    }

    @Test
    void dataFolderThatIsAFileIsOneLine() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        CommandRun run = CommandRun.of("serve", "--port", "0", "--data-dir", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith(file.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isServingWhenItSaysSoAndEndsInOrderWhenTold() throws IOException, InterruptedException {
        Process process = start("--port", "0", "--data-dir", folder.toString());
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            assertThat(line).startsWith(READY + "http://localhost:");
            URI page = URI.create(line.substring(READY.length()));
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);

            process.toHandle().destroy();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(errors(process)).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void weightsOfEarlierServersAreDeletedWhenNoServerUsesTheFolder() throws IOException, InterruptedException {
        Path weights = folder.resolve("jobs").resolve("0123456789abcdef.safetensors");
        Process first = startReady();
        Files.createFile(weights);

        Process beside = startReady();
        assertThat(weights).exists();
        end(first);
        Process stillBeside = startReady();
        assertThat(weights).exists();
        end(beside);
        end(stillBeside);

        end(startReady());
        assertThat(weights).doesNotExist();
    }

    private Process startReady() throws IOException {
        Process process = start("--port", "0", "--data-dir", folder.toString());
        assertThat(process.inputReader().readLine()).startsWith(READY);
        return process;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor()).isZero();
    }

    /** Standard error, less the line in which the JVM itself says that its vectors are still incubating. */
    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("WARNING: Using incubator modules: jdk.incubator.vector\n", "");
    }

    private Process start(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "--add-modules=jdk.incubator.vector",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "feedforward.Main");
        builder.command().addAll(List.of(arguments));
        Process process = builder.start();
        started.add(process);
        return process;
    }
}
