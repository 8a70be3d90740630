package feedforward.vector;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that work on the parts of one job: the caller on part 0, a helper on each other. Between jobs the helpers spin for
 * {@value #SPIN_NANOS} ns, since a training step's kernels follow each other within microseconds, then they park. Who calls in
 * every step keeps its jobs, and what they work on in fields, so that a call allocates nothing. Belongs to one caller at a time. Mutable; the helpers are daemons, start with the first job that is worth it and end with {@link #close}.
 */
final class Team implements AutoCloseable {
    /** Operations below which another thread costs more than it brings: some 5 µs of work. */
    static final long WORTH_A_THREAD = 60_000;

    private static final long SPIN_NANOS = 100_000;
    private static final int SPINS_PER_LOOK = 64;
    /** When the caller has waited so often, a helper may need this very core. */
    private static final int SPINS_BEFORE_YIELD = 1_000;

    private final long worthAThread;
    private final Thread[] helpers;
    private final float[][] scratches;
    private final AtomicInteger pending = new AtomicInteger();
    private final Job ranges = this::runRange;
    private Job job = part -> {};
    private int parts;
    private Range range = (first, last, scratch) -> {};
    private int length;
    private int grain;
    private boolean started;
    private volatile int round;
    private volatile boolean closed;
    private volatile boolean together;
    private volatile Throwable failure;

    /** @param worthAThread how many operations a thread must get to be asked */
    Team(int threads, long worthAThread) {
        this.worthAThread = worthAThread;
        helpers = new Thread[threads - 1];
        scratches = new float[threads][ExactLoops.SCRATCH];
        for (int i = 0; i < helpers.length; i++) {
            int part = i + 1;
            helpers[i] = new Thread(() -> help(part), "vector-" + part);
            helpers[i].setDaemon(true);
        }
    }

    int threads() {
        return helpers.length + 1;
    }

    /** From now on helpers take part; before, the caller works alone. */
    void join() {
        together = true;
    }

    /** Into how many parts to split a job of so many operations, or of so many pieces that can't be split. */
    int parts(long operations, int pieces) {
        if (!together || helpers.length == 0 || operations < 2 * worthAThread) {
            return 1;
        }
        long worthwhile = Math.min(operations / worthAThread, threads());
        return (int) Math.max(1, Math.min(worthwhile, pieces));
    }

    /** Runs parts 0 … parts−1, each on its own thread, and returns when all are done. */
    void run(int parts, Job job) {
        if (parts == 1) {
            job.run(0);
            return;
        }
        if (!started) {
            start();
        }
        this.job = job;
        this.parts = parts;
        pending.set(helpers.length);
        round++;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        try {
            job.run(0);
        } finally {
            awaitHelpers();
        }
        if (failure != null) {
            Throwable reason = failure;
            failure = null;
            throw new IllegalStateException("A thread of the vector device failed: " + reason, reason);
        }
    }

    /** Runs a job on the elements 0 … n−1, split into ranges that start at whole vectors. */
    void split(int n, long operations, Range range) {
        split(n, operations, Lanes.COUNT, range);
    }

    /** Runs a job on the rows or images 0 … n−1. */
    void each(int n, long operations, Range range) {
        split(n, operations, 1, range);
    }

    private void split(int n, long operations, int grain, Range range) {
        int parts = parts(operations, (n + grain - 1) / grain);
        if (parts == 1) {
            range.run(0, n, scratches[0]);
        } else {
            this.range = range;
            length = n;
            this.grain = grain;
            run(parts, ranges);
        }
    }

    private void runRange(int part) {
        range.run(
                Parts.start(part, parts, length, grain), Parts.start(part + 1, parts, length, grain), scratches[part]);
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private void start() {
        started = true;
        for (Thread helper : helpers) {
            helper.start();
        }
    }

    private void awaitHelpers() {
        for (int spins = 0; pending.get() > 0; spins++) {
            if (spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private void help(int part) {
        int done = 0;
        while (awaitRound(done)) {
            done++;
            try {
                if (part < parts) {
                    job.run(part);
                }
            } catch (Throwable e) {
                failure = e;
            } finally {
                pending.decrementAndGet();
            }
        }
    }

    /** False when the team is closed. */
    private boolean awaitRound(int done) {
        long start = System.nanoTime();
        for (int spins = 1; round == done; spins++) {
            if (closed) {
                return false;
            }
            if (spins % SPINS_PER_LOOK != 0) {
                Thread.onSpinWait();
            } else if (System.nanoTime() - start > SPIN_NANOS) {
                LockSupport.park(this);
            }
        }
        return true;
    }

    /** Work on one of a number of parts that may run at once. */
    interface Job {
        void run(int part);
    }

    /** Work on the elements or rows first … last−1, with its thread's memory for {@link ExactLoops}. */
    interface Range {
        void run(int first, int last, float[] scratch);
    }
}
