package feedforward;

import io.javalin.Javalin;
import io.javalin.http.staticfiles.Location;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: {@code serve} serves the page. */
@Command(name = "feedforward", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    public static void main(String[] args) {
        int exitCode = new CommandLine(new Main()).execute(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    @Override
    public void run() {
        serve(7070, "localhost");
    }

    @Command(description = "Serve the page and the API.")
    void serve(
            @Option(names = "--port", defaultValue = "7070") int port,
            @Option(names = "--host", defaultValue = "localhost") String host) {
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.staticFiles.add(files -> {
                        files.directory = "/web";
                        files.location = Location.CLASSPATH;
                        files.mimeTypes.add("application/wasm", "wasm");
                    });
                    config.routes.before(context -> context.header("Cross-Origin-Opener-Policy", "same-origin")
                            .header("Cross-Origin-Embedder-Policy", "require-corp")
                            .header("X-Content-Type-Options", "nosniff")
                            .header(
                                    "Content-Security-Policy",
                                    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none';"
                                            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'"));
                })
                .start(host, port);
        System.out.println("Feedforward is running at http://" + host + ":" + server.port());
    }
}
