package feedforward.vector;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.ElementKernels;
import feedforward.device.HeapBuffer;
import feedforward.device.HeapDevice;
import feedforward.device.ImageKernels;
import feedforward.device.LinearKernels;
import feedforward.device.LossKernels;
import feedforward.device.NormalisationKernels;
import feedforward.device.SequenceKernels;
import feedforward.device.UpdateKernels;

/**
 * The JVM's fast device: {@code float[]} memory like {@link HeapDevice}'s, kernels as vectors on several threads. Threads and
 * lanes share out results, never a sum, so every bit is the reference's. Therefore the reference can stand in for each
 * family of kernels in the first seconds, until {@link WarmUp} has seen to it that the JVM has compiled the vectors.
 * {@link #close} ends its threads.
 */
public final class VectorDevice implements Device {
    public static final int MOST_THREADS = 64;

    private final HeapDevice reference = new HeapDevice();
    private final Team team;
    private final Thread warmUp = new Thread(this::warmUp, "vector-warm-up");
    private final LinearKernels linear;
    private final ElementKernels elements;
    private final ImageKernels images;
    private final NormalisationKernels normalisation;
    private final SequenceKernels sequences;
    private final LossKernels losses;
    private final UpdateKernels updates;
    /** How many families are, in the order of {@link WarmUp.Family}. */
    private volatile int warm;

    private volatile boolean closed;

    private VectorDevice(Team team) {
        this.team = team;
        linear = new VectorLinear(team);
        elements = new VectorElements(team);
        images = new VectorImages(team, reference.images());
        normalisation = new VectorNormalisation(team, reference.normalisation());
        sequences = new VectorSequences(team, reference.sequences());
        losses = new VectorLosses(team, reference.losses());
        updates = new VectorUpdates(team, reference.updates());
    }

    /**
     * A device that gets warm behind the scenes.
     *
     * @param threads that work at once, the caller's among them
     * @throws IllegalArgumentException if threads is outside 1 … 64
     */
    public static VectorDevice start(int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "VectorDevice threads: expected a number in [1, " + MOST_THREADS + "] but was " + threads);
        }
        VectorDevice device = new VectorDevice(new Team(threads, Team.WORTH_A_THREAD));
        device.warmUp.setDaemon(true);
        device.warmUp.start();
        return device;
    }

    /**
     * A device that runs vectors from the first call on, compiled or not.
     *
     * @param worthAThread how many operations a thread must get to be asked; tests ask it for the smallest of jobs
     */
    static VectorDevice warm(int threads, long worthAThread) {
        VectorDevice device = new VectorDevice(new Team(threads, worthAThread));
        device.warm = WarmUp.Family.values().length;
        device.team.join();
        return device;
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Buffer allocate(int length) {
        return HeapBuffer.zeros(length);
    }

    @Override
    public LinearKernels linear() {
        return isWarm(WarmUp.Family.LINEAR) ? linear : reference.linear();
    }

    @Override
    public ElementKernels elements() {
        return isWarm(WarmUp.Family.ELEMENTS) ? elements : reference.elements();
    }

    @Override
    public ImageKernels images() {
        return isWarm(WarmUp.Family.IMAGES) ? images : reference.images();
    }

    @Override
    public NormalisationKernels normalisation() {
        return isWarm(WarmUp.Family.NORMALISATION) ? normalisation : reference.normalisation();
    }

    @Override
    public SequenceKernels sequences() {
        return isWarm(WarmUp.Family.SEQUENCES) ? sequences : reference.sequences();
    }

    @Override
    public LossKernels losses() {
        return isWarm(WarmUp.Family.LOSSES) ? losses : reference.losses();
    }

    @Override
    public UpdateKernels updates() {
        return isWarm(WarmUp.Family.UPDATES) ? updates : reference.updates();
    }

    @Override
    public void awaitFullSpeed() {
        try {
            warmUp.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        team.close();
    }

    private boolean isWarm(WarmUp.Family family) {
        return warm > family.ordinal();
    }

    private void warmUp() {
        WarmUp work = new WarmUp(warm(1, Team.WORTH_A_THREAD));
        for (WarmUp.Family family : WarmUp.Family.values()) {
            if (!closed) {
                work.run(family);
                warm = family.ordinal() + 1;
            }
        }
        // Not earlier: this thread and the compiler's have the other cores busy until now.
        team.join();
    }
}
