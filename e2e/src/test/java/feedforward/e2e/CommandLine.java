package feedforward.e2e;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The packaged jar as a command. */
final class CommandLine {
    private CommandLine() {}

    /**
     * Runs {@code feedforward.jar} with these arguments.
     *
     * @return the JSON object in the last line of its output
     */
    static JsonObject run(String... arguments) {
        List<String> command = new ArrayList<>(FeedforwardServer.java());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code + ": " + lines);
            }
            return Json.parse(lines.get(lines.size() - 1)).asObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
