package feedforward.jobs;

import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A run on the server: its description and the newest {@link RunSnapshot}. Mutable and thread-safe; one thread publishes, any
 * number wait for news. Nobody is told anything, so a slow listener cannot hold up the training: it asks for the newest
 * snapshot when it is ready for one.
 */
public final class Job {
    private final String id;
    private final RunSpec spec;
    private Published newest = new Published(0, RunSnapshot.queued());
    private boolean cancelled;

    Job(String id, RunSpec spec) {
        this.id = id;
        this.spec = spec;
    }

    /** A snapshot and its number, which grows with each. */
    public record Published(long version, RunSnapshot snapshot) {}

    public String id() {
        return id;
    }

    public RunSpec spec() {
        return spec;
    }

    public synchronized Published newest() {
        return newest;
    }

    public RunSnapshot snapshot() {
        return newest().snapshot();
    }

    public boolean ended() {
        return snapshot().state().ended();
    }

    /** The newest snapshot, as soon as it is newer than {@code version} or {@code millis} have passed. */
    public Published awaitNewer(long version, long millis) throws InterruptedException {
        return await(() -> newest.version() > version, millis);
    }

    /** The newest snapshot, as soon as the run has ended or {@code millis} have passed. */
    public Published awaitEnd(long millis) throws InterruptedException {
        return await(() -> newest.snapshot().state().ended(), millis);
    }

    synchronized void publish(RunSnapshot snapshot) {
        newest = new Published(newest.version() + 1, snapshot);
        notifyAll();
    }

    synchronized void cancel() {
        cancelled = true;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    private synchronized Published await(BooleanSupplier condition, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = end - System.nanoTime();
        while (!condition.getAsBoolean() && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return newest;
    }
}
