package feedforward.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar, serving on a free port as its own process until closed. */
public final class FeedforwardServer implements AutoCloseable {
    private static final String GREETING = "Feedforward is running at ";
    private static final long SECONDS_TO_STOP = 10;

    private final Process process;
    private final String address;

    private FeedforwardServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts {@code feedforward.jar serve --port 0} and waits for the line that says its address. */
    public static FeedforwardServer start(String... options) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("serve", "--port", "0"));
        command.addAll(List.of(options));
        try {
            command.addAll(List.of(
                    "--data-dir", Files.createTempDirectory("feedforward").toString()));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new FeedforwardServer(process, readAddress(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that runs the packaged jar, to be followed by its arguments. */
    static List<String> java() {
        Path jar = Path.of(System.getProperty("feedforward.jar", "../backend/target/feedforward.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.toAbsolutePath() + " is missing; run mvn package first");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-jar",
                jar.toString());
    }

    private static String readAddress(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(GREETING)) {
                return line.substring(GREETING.length());
            }
        }
        throw new IllegalStateException(
                "The server ended before it said \"" + GREETING + "…\"; see its messages above");
    }

    /** As in {@code http://localhost:49152}, no slash at the end. */
    public String address() {
        return address;
    }

    /** Asks the server to end, as Ctrl-C does, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not stop within " + SECONDS_TO_STOP + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
