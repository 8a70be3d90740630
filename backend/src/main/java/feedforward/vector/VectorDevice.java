package feedforward.vector;

import feedforward.device.Buffer;
import feedforward.device.Device;
import feedforward.device.HeapBuffer;
import feedforward.device.HeapDevice;
import feedforward.device.KernelFamilies;

/**
 * The JVM's fast device: {@code float[]} memory like {@link HeapDevice}'s, kernels as vectors on several threads. Threads and
 * lanes share out results, never a sum, so every bit is the reference's. Therefore the reference can stand in for each
 * family of kernels in the first seconds, until {@link WarmUp} has seen to it that the JVM has compiled the vectors.
 * {@link #close} ends its threads.
 */
public final class VectorDevice implements Device {
    public static final int MOST_THREADS = 64;

    private final KernelFamilies reference = new HeapDevice().kernels();
    private final Team team;
    private final Thread warmUp = new Thread(this::warmUp, "vector-warm-up");
    private final KernelFamilies vectors;
    /** The vectors of the families that are warm, the reference's of the others. */
    private volatile KernelFamilies kernels = reference;

    private volatile boolean closed;

    private VectorDevice(Team team) {
        this.team = team;
        vectors = new KernelFamilies(
                new VectorLinear(team),
                new VectorElements(team),
                new VectorImages(team, reference.images()),
                new VectorNormalisation(team, reference.normalisation()),
                new VectorSequences(team, reference.sequences()),
                new VectorLosses(team, reference.losses()),
                new VectorUpdates(team, reference.updates()));
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
        device.kernels = device.vectors;
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
    public KernelFamilies kernels() {
        return kernels;
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

    private void warmUp() {
        WarmUp work = new WarmUp(warm(1, Team.WORTH_A_THREAD));
        for (WarmUp.Family family : WarmUp.Family.values()) {
            if (!closed) {
                work.run(family);
                kernels = warmUpTo(family);
            }
        }
        // Not earlier: this thread and the compiler's have the other cores busy until now.
        team.join();
    }

    private KernelFamilies warmUpTo(WarmUp.Family last) {
        return new KernelFamilies(
                of(WarmUp.Family.LINEAR, last).linear(),
                of(WarmUp.Family.ELEMENTS, last).elements(),
                of(WarmUp.Family.IMAGES, last).images(),
                of(WarmUp.Family.NORMALISATION, last).normalisation(),
                of(WarmUp.Family.SEQUENCES, last).sequences(),
                of(WarmUp.Family.LOSSES, last).losses(),
                of(WarmUp.Family.UPDATES, last).updates());
    }

    private KernelFamilies of(WarmUp.Family family, WarmUp.Family lastWarm) {
        return family.compareTo(lastWarm) <= 0 ? vectors : reference;
    }
}
