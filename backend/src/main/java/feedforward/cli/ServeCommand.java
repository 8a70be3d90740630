package feedforward.cli;

import feedforward.datasets.BuiltInDatasets;
import feedforward.datasets.DatasetCatalogue;
import feedforward.http.FeedforwardServer;
import feedforward.http.ServerOptions;
import feedforward.jobs.MachineDevices;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: until interrupted or told to end by a signal, which both end in order and with exit code 0. */
@Command(name = "serve", description = "Serve the page and the API (the default).", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Set<String> LOCALHOST = Set.of("localhost", "127.0.0.1", "0.0.0.0", "::");
    private static final int HIGHEST_PORT = 65_535;
    private static final long STOP_SECONDS = 8;

    @Mixin
    private ServeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return serve(spec, options);
    }

    static int serve(CommandSpec spec, ServeOptions options) throws IOException {
        CommandLine commandLine = spec.commandLine();
        if (options.port() < 0 || options.port() > HIGHEST_PORT) {
            throw new ParameterException(
                    commandLine, "--port: expected a number in [0, 65535] but was " + options.port());
        }
        requireKnown(commandLine, options.host());
        ServerOptions server = new ServerOptions(
                options.host(), options.port(), options.dataDir(), Version.current(), ServerOptions.Limits.standard());
        MachineDevices devices = Devices.machine(commandLine.getErr());
        try (FeedforwardServer running =
                FeedforwardServer.start(server, new DatasetCatalogue(BuiltInDatasets::all), devices)) {
            commandLine
                    .getOut()
                    .println("Feedforward is running at http://" + shown(options.host()) + ":" + running.port());
            commandLine.getOut().flush();
            awaitEnd(running);
            return CommandLine.ExitCode.OK;
        } catch (JavalinBindException e) {
            commandLine.getErr().println(explain(options, e));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static void requireKnown(CommandLine commandLine, String host) {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new ParameterException(
                    commandLine, "--host: expected an address of this machine but nobody knows \"" + host + "\"", e);
        }
    }

    private static String shown(String host) {
        if (LOCALHOST.contains(host)) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static String explain(ServeOptions options, JavalinBindException e) {
        String reasons = messages(e);
        if (reasons.contains("Cannot assign")) {
            return "Host " + options.host() + " is no address of this machine; choose another with --host";
        }
        if (reasons.contains("Permission denied")) {
            return "Port " + options.port() + " is not allowed; choose one above 1023 with --port";
        }
        return "Port " + options.port() + " is in use; choose another with --port, 0 for any free one";
    }

    /** A signal runs the JVM's shutdown hooks; ours lets this thread close the server, then ends the JVM with code 0. */
    private static void awaitEnd(FeedforwardServer server) {
        CountDownLatch closed = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Thread hook = new Thread(() -> {
            main.interrupt();
            awaitQuietly(closed);
            Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            server.close();
            closed.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch closed) {
        try {
            closed.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString();
    }
}
