package feedforward.http;

import feedforward.datasets.DatasetCatalogue;
import feedforward.device.Device;
import feedforward.files.DataFolder;
import feedforward.jobs.Cores;
import feedforward.jobs.JobService;
import feedforward.jobs.MachineDevices;
import feedforward.jobs.MeasurementService;
import feedforward.registry.ModelRegistry;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/** The server: put together here, started by {@link #start}, stopped in order by {@link #close}. */
public final class FeedforwardServer implements AutoCloseable {
    private static final long IDLE_MILLIS = 30_000;

    private final DataFolder folder;
    private final JobService jobs;
    private final JobEvents events;
    private final BenchRoutes bench;
    private final Javalin javalin;

    private FeedforwardServer(
            DataFolder folder, JobService jobs, JobEvents events, BenchRoutes bench, Javalin javalin) {
        this.folder = folder;
        this.jobs = jobs;
        this.events = events;
        this.bench = bench;
        this.javalin = javalin;
    }

    /**
     * Starts a server that serves at once; what needs the data sets waits for them.
     *
     * @param machine what runs train on and what is measured
     * @throws io.javalin.util.JavalinBindException if the port is in use or not allowed
     */
    public static FeedforwardServer start(ServerOptions options, DatasetCatalogue datasets, MachineDevices machine)
            throws IOException {
        ServerOptions.Limits limits = options.limits();
        OwnName name = new OwnName(options.host());
        Supplier<Device> devices = machine::best;
        String device = name(devices);
        Cores cores = new Cores();
        DataFolder folder = DataFolder.open(options.dataDir());
        ModelRegistry models = new ModelRegistry(folder.models(), devices);
        JobService jobs = new JobService(datasets, folder.jobs(), limits.jobs(), devices, cores);
        JobEvents events = new JobEvents(limits.heartbeatMillis());
        BenchRoutes bench = new BenchRoutes(new MeasurementService(datasets, machine, cores));
        ModelDownloads downloads = new ModelDownloads();
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            RoutesConfig routes = config.routes;
            routes.before(name::require);
            routes.before(SameOrigin::require);
            new DatasetRoutes(datasets).addTo(routes);
            new JobRoutes(jobs, events, downloads, limits.jobBytes()).addTo(routes);
            new ModelRoutes(models, downloads, limits.modelBytes()).addTo(routes);
            bench.addTo(routes);
            new HealthRoutes(datasets, options.version(), device).addTo(routes);
            ErrorResponses.addTo(routes);
        });
        FeedforwardServer server = new FeedforwardServer(folder, jobs, events, bench, javalin);
        try {
            javalin.start(options.host(), options.port());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    public int port() {
        return javalin.port();
    }

    /** Breaks off what is measured, cancels the jobs, lets the streams tell so, then stops listening. */
    @Override
    public void close() {
        bench.close();
        jobs.close();
        events.close();
        javalin.stop();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Supplier<Device> devices) {
        try (Device device = devices.get()) {
            return device.name();
        }
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.router.javaLangErrorHandler(ErrorResponses::ofJava);
        config.resourceHandler(new StaticFiles());
        config.jetty.modifyHttpConfiguration(FeedforwardServer::configure);
        config.jetty.modifyServer(server -> server.setErrorHandler(ErrorResponses.ofJetty()));
    }

    private static void configure(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setSendServerVersion(false);
        http.setIdleTimeout(IDLE_MILLIS);
        http.addCustomizer(new SecurityHeaders());
    }
}
