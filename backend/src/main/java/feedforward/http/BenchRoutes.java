package feedforward.http;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.bench.BenchRequest;
import feedforward.bench.BenchResult;
import feedforward.jobs.Measurement;
import feedforward.jobs.MeasurementService;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/v1/bench}: a {@link BenchRequest}, answered line by line as it is measured: {@code {"part":0.25}} a few times
 * a second, {@code {"result":BenchResult}} for each mode, {@code {"done":true}}; or {@code {"error":"…"}} as the last line.
 * A client that goes ends its measurement.
 */
final class BenchRoutes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BenchRoutes.class);
    private static final String PATH = "/api/v1/bench";
    private static final int MOST_BYTES = 4096;
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long CLOSING_MILLIS = 2000;

    private final MeasurementService measurements;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(BenchRoutes::thread);

    BenchRoutes(MeasurementService measurements) {
        this.measurements = measurements;
    }

    void addTo(RoutesConfig routes) {
        routes.post(PATH, this::measure);
    }

    /** Breaks off what is being measured. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(Context context) throws IOException {
        String body = Body.text(context, MOST_BYTES);
        Measurement measurement = Body.valid(() -> measurements.begin(BenchRequest.read(body)));
        context.contentType("application/x-ndjson").header("Cache-Control", "no-store");
        context.async(task -> task.executor = thread, () -> write(context.res().getOutputStream(), measurement));
    }

    private static void write(OutputStream client, Measurement measurement) {
        try {
            for (JsonObject line : outcome(client, measurement)) {
                send(client, line);
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    /** The last lines. The edge where whatever goes wrong with a measurement becomes one of them. */
    private static List<JsonObject> outcome(OutputStream client, Measurement measurement) {
        try {
            List<JsonObject> lines = new ArrayList<>();
            for (BenchResult result : measurement.run(new Reported(client))) {
                lines.add(Json.object()
                        .add("result", result.toJson(measurement.request().threads())));
            }
            lines.add(Json.object().add("done", true));
            return lines;
        } catch (UncheckedIOException | CancellationException e) {
            // The client has gone, or the server closes.
            return List.of();
        } catch (OutOfMemoryError e) {
            return List.of(error("The server's memory is too small for this workload; measure another"));
        } catch (RuntimeException | Error e) {
            LOG.error("Measuring {} failed", measurement.request(), e);
            return List.of(error("The server failed; its log says why"));
        }
    }

    private static JsonObject error(String message) {
        return Json.object().add("error", message);
    }

    private static void send(OutputStream client, JsonObject line) throws IOException {
        client.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        client.flush();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "bench");
        thread.setDaemon(true);
        return thread;
    }

    /** Tells the client how far it is; that it has gone ends the measurement, and so does the server's end. */
    private static final class Reported implements DoubleConsumer {
        private final OutputStream client;
        private long last = System.nanoTime();

        Reported(OutputStream client) {
            this.client = client;
        }

        @Override
        public void accept(double part) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The server closes");
            }
            long now = System.nanoTime();
            if (now - last < GAP_NANOS) {
                return;
            }
            last = now;
            try {
                send(client, Json.object().add("part", part));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
