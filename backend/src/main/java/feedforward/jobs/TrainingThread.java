package feedforward.jobs;

import feedforward.datasets.DatasetCatalogue;
import feedforward.device.Device;
import feedforward.train.DivergedException;
import feedforward.train.Run;
import feedforward.train.RunDriver;
import feedforward.train.RunState;
import feedforward.wire.SavedModel;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that trains: takes the jobs in turn and works on each in slices, between which it hears a cancellation. */
final class TrainingThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingThread.class);
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long WAITING_MILLIS = 100;
    private static final long CLOSING_MILLIS = 3000;

    private final DatasetCatalogue datasets;
    private final JobFiles files;
    private final Supplier<Device> devices;
    private final Cores cores;
    private final BlockingQueue<Job> queue;
    private final Thread thread = new Thread(this::work, "training");
    private volatile boolean closed;

    TrainingThread(DatasetCatalogue datasets, JobFiles files, int capacity, Supplier<Device> devices, Cores cores) {
        this.datasets = datasets;
        this.files = files;
        this.devices = devices;
        this.cores = cores;
        queue = new ArrayBlockingQueue<>(capacity);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** False when the queue is full or this is closed. */
    boolean enqueue(Job job) {
        return !closed && queue.offer(job);
    }

    /** False when the job does not wait. */
    boolean dequeue(Job job) {
        return queue.remove(job);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                runAlone(queue.take());
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** Waits for the cores, which a measurement may have; a cancelled job needs them no more. */
    private void runAlone(Job job) throws InterruptedException {
        while (!cores.take(Cores.Holder.JOB, WAITING_MILLIS)) {
            if (job.cancelled()) {
                job.publish(job.snapshot().with(RunState.CANCELLED));
                return;
            }
        }
        try {
            run(job);
        } finally {
            cores.giveBack();
        }
    }

    /** The edge where whatever goes wrong with a job becomes its message, and the next job's turn comes. */
    private void run(Job job) {
        try {
            train(job);
        } catch (DivergedException e) {
            fail(job, e.getMessage());
        } catch (IOException e) {
            fail(job, "The weights could not be stored: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            fail(job, "The server's memory is too small for this run; make the batch or the layers smaller");
        } catch (RuntimeException | Error e) {
            LOG.error("Job {} failed", job.id(), e);
            fail(job, "The server failed; its log says why");
        }
    }

    private void train(Job job) throws IOException {
        try (Device device = devices.get()) {
            train(job, device);
        }
    }

    private void train(Job job, Device device) throws IOException {
        Run run = Run.start(job.spec(), datasets.data(job.spec().data().name()), device);
        RunDriver driver = new RunDriver(run, System::nanoTime);
        job.publish(driver.snapshot(RunState.RUNNING));
        while (!run.finished() && !job.cancelled()) {
            driver.work(SLICE_NANOS);
            job.publish(driver.snapshot(RunState.RUNNING));
        }
        if (run.finished()) {
            files.write(
                    job.id(),
                    SavedModel.of(run.checkpoint(), job.snapshot().lastEvaluation())
                            .toBytes());
            job.publish(driver.snapshot(RunState.FINISHED));
        } else {
            job.publish(driver.snapshot(RunState.CANCELLED));
        }
    }

    private static void fail(Job job, String reason) {
        job.publish(job.snapshot().failed(reason));
    }
}
