package feedforward.jobs;

import feedforward.data.Dataset;
import feedforward.datasets.DatasetCatalogue;
import feedforward.device.Device;
import feedforward.train.Run;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The jobs of a server, newest {@value #HISTORY} kept, worked off one after the other in the order they came. Thread-safe.
 */
public final class JobService implements AutoCloseable {
    private static final int HISTORY = 200;
    private static final int ID_BYTES = 8;

    private final DatasetCatalogue datasets;
    private final Limits limits;
    private final JobFiles files;
    private final TrainingThread training;
    private final SecureRandom random = new SecureRandom();
    private final Deque<Job> jobs = new ArrayDeque<>();

    /**
     * Starts the thread that trains.
     *
     * @param folder where finished weights go
     * @param devices what each run trains on
     * @param cores which a run has to itself
     */
    public JobService(DatasetCatalogue datasets, Path folder, Limits limits, Supplier<Device> devices, Cores cores) {
        this.datasets = datasets;
        this.limits = limits;
        files = new JobFiles(folder, limits.weightsBytes());
        training = new TrainingThread(datasets, files, limits.waiting(), devices, cores);
        training.start();
    }

    /**
     * What jobs may take.
     *
     * @param waiting jobs in the queue
     * @param runBytes of memory that a run may need
     * @param weightsBytes on disk of all jobs' weights; older ones make room
     */
    public record Limits(int waiting, long runBytes, long weightsBytes) {}

    /**
     * Queues a run.
     *
     * @throws IllegalArgumentException if the run could not start; the message says why
     * @throws QueueFullException if too many wait
     */
    public Job submit(RunSpec spec) {
        Dataset data = datasets.data(spec.data().name());
        Run.requireFit(spec, data);
        MemoryNeed.requireWithin(
                limits.runBytes(),
                spec,
                Math.max(data.train().count(), data.test().count()));
        Job job = new Job(HexFormat.of().formatHex(randomBytes()), spec);
        remember(job);
        if (!training.enqueue(job)) {
            forget(job);
            throw new QueueFullException(limits.waiting());
        }
        return job;
    }

    /** Newest first. */
    public synchronized List<Job> list() {
        List<Job> newestFirst = new ArrayList<>(jobs);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    public synchronized Optional<Job> find(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** Ends a job soon: at once when it waits, after its present slice when it runs. No effect on one that has ended. */
    public void cancel(Job job) {
        job.cancel();
        if (training.dequeue(job)) {
            job.publish(ended(RunState.CANCELLED));
        }
    }

    /** The safetensors file of a finished job, unless it had to make room for newer ones. */
    public Optional<byte[]> weights(Job job) {
        return files.read(job.id());
    }

    /** Cancels every job and waits a few seconds for the training to stop. */
    @Override
    public void close() {
        list().forEach(this::cancel);
        training.close();
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private synchronized void remember(Job job) {
        jobs.add(job);
        if (jobs.size() > HISTORY) {
            jobs.stream().filter(Job::ended).findFirst().ifPresent(oldest -> {
                jobs.remove(oldest);
                files.delete(oldest.id());
            });
        }
    }

    private synchronized void forget(Job job) {
        jobs.remove(job);
    }

    private static RunSnapshot ended(RunState state) {
        RunSnapshot queued = RunSnapshot.queued();
        return new RunSnapshot(
                state, 0, 0, 0, 0, queued.losses(), queued.evaluations(), queued.weightsSha256(), queued.message());
    }
}
