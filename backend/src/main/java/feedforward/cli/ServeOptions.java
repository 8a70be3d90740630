package feedforward.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of {@code serve}, which stand also without it. */
final class ServeOptions {
    @Option(
            names = "--port",
            defaultValue = "7070",
            paramLabel = "PORT",
            description = "Port to listen at, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            paramLabel = "HOST",
            description = "Address to listen at; 0.0.0.0 lets other machines in (default: ${DEFAULT-VALUE})")
    private String host;

    @Option(
            names = "--data-dir",
            defaultValue = "${sys:user.home}/.feedforward",
            paramLabel = "FOLDER",
            description = "Where weights and models are kept (default: ${DEFAULT-VALUE})")
    private Path dataDir;

    int port() {
        return port;
    }

    String host() {
        return host;
    }

    Path dataDir() {
        return dataDir;
    }
}
