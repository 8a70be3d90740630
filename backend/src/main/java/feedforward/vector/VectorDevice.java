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
 * lanes share out results, never a sum, so every bit is the reference's. {@link #close} ends its threads.
 */
public final class VectorDevice implements Device {
    public static final int MOST_THREADS = 64;

    private final Team team;
    private final LinearKernels linear;
    private final ElementKernels elements;
    private final ImageKernels images;
    private final NormalisationKernels normalisation;
    private final SequenceKernels sequences;
    private final LossKernels losses;
    private final UpdateKernels updates;

    /**
     * @param threads that work at once, the caller's among them
     * @throws IllegalArgumentException if threads is outside 1 … 64
     */
    public VectorDevice(int threads) {
        this(threads, Team.WORTH_A_THREAD);
    }

    /** @param worthAThread how many operations a thread must get to be asked; tests ask it for the smallest of jobs */
    VectorDevice(int threads, long worthAThread) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "VectorDevice threads: expected a number in [1, " + MOST_THREADS + "] but was " + threads);
        }
        HeapDevice reference = new HeapDevice();
        team = new Team(threads, worthAThread);
        linear = new VectorLinear(team, reference.linear());
        elements = new VectorElements(team);
        images = new VectorImages(team, reference.images());
        normalisation = new VectorNormalisation(team, reference.normalisation());
        sequences = new VectorSequences(team, reference.sequences());
        losses = new VectorLosses(team, reference.losses());
        updates = new VectorUpdates(team, reference.updates());
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
        return linear;
    }

    @Override
    public ElementKernels elements() {
        return elements;
    }

    @Override
    public ImageKernels images() {
        return images;
    }

    @Override
    public NormalisationKernels normalisation() {
        return normalisation;
    }

    @Override
    public SequenceKernels sequences() {
        return sequences;
    }

    @Override
    public LossKernels losses() {
        return losses;
    }

    @Override
    public UpdateKernels updates() {
        return updates;
    }

    @Override
    public void close() {
        team.close();
    }
}
