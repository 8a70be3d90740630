package feedforward.http;

import feedforward.jobs.Job;
import feedforward.wire.RunSnapshotJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * {@code GET /api/v1/jobs/{id}/events}: server-sent events named {@code snapshot}, each the whole newest snapshot, so a client may
 * come and go at any time. One at once, then at most five a second, the last when the job has ended; then the stream closes.
 *
 * <p>Each client has a thread of its own that takes the newest snapshot whenever the last is written: a slow client misses
 * some and holds up nobody.
 */
final class JobEvents implements AutoCloseable {
    private static final int MOST_CLIENTS = 100;
    private static final int IDLE_SECONDS = 10;
    private static final long GAP_MILLIS = 200;
    private static final long CLOSING_MILLIS = 1000;

    private final long heartbeatMillis;
    private final ExecutorService threads = new ThreadPoolExecutor(
            0, MOST_CLIENTS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), JobEvents::thread);

    JobEvents(long heartbeatMillis) {
        this.heartbeatMillis = heartbeatMillis;
    }

    void stream(Context context, Job job) {
        context.contentType("text/event-stream").header("Cache-Control", "no-store");
        context.async(task -> task.executor = threads, () -> write(context.res().getOutputStream(), job));
    }

    /** Lets the streams of ended jobs tell so, then ends all. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    private void write(OutputStream client, Job job) {
        try {
            Job.Published sent = job.newest();
            send(client, sent);
            while (!sent.snapshot().state().ended()) {
                Job.Published next = job.awaitNewer(sent.version(), heartbeatMillis);
                if (next.version() == sent.version()) {
                    send(client, ": still here\n\n");
                } else {
                    send(client, next);
                    sent = next;
                    job.awaitEnd(GAP_MILLIS);
                }
            }
        } catch (IOException e) {
            // The client has gone.
        } catch (InterruptedException e) {
            // The server closes.
        }
    }

    private static void send(OutputStream client, Job.Published published) throws IOException {
        send(
                client,
                "id: " + published.version() + "\nevent: snapshot\ndata: " + RunSnapshotJson.write(published.snapshot())
                        + "\n\n");
    }

    private static void send(OutputStream client, String event) throws IOException {
        client.write(event.getBytes(StandardCharsets.UTF_8));
        client.flush();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "events");
        thread.setDaemon(true);
        return thread;
    }
}
