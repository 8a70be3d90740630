package feedforward.data;

import feedforward.device.Device;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import java.util.Optional;

/**
 * Cuts examples into batches of N, shuffled anew for each epoch; the last batch of an epoch may be shorter. The order is a
 * function of (seed, epoch), so any step of a run can be taken up without the ones before it. A batch of all examples keeps
 * their own order, unless they are varied. Mutable: the tensors of a batch are valid until the next is filled.
 *
 * <p>Examples that go on from each other are not shuffled but cut into N streams, or as many as there are, of ⌈count / N⌉
 * examples each but for the last, which may be shorter. Batch s holds example s of every stream that has one, so that each of its
 * rows goes on where the same row of batch s − 1 ended.
 */
public final class Batches {
    private final Examples examples;
    private final int size;
    private final HostBatch host;
    private final int width;
    private final Tensor features;
    private final Tensor targets;

    private Augmentation augmentation = Augmentation.NONE;
    private int epochs;
    private Optional<Augmenter> augmenter = Optional.empty();
    private int[] order = {};
    private long orderedSeed;
    private int orderedEpoch = -1;
    private int filled;
    private boolean continues;
    private boolean holdsAll;

    /** @throws IllegalArgumentException if there are no examples */
    public Batches(Device device, Examples examples, int size) {
        this(device, examples, examples.features(), size);
    }

    /**
     * Batches whose examples have the shape {@code input} in place of their own, such as [28, 28, 1] for [784].
     *
     * @throws IllegalArgumentException if there are no examples, or the shape has another number of elements
     */
    public Batches(Device device, Examples examples, Shape input, int size) {
        if (examples.count() == 0) {
            throw new IllegalArgumentException("Data: expected at least one example but there are none");
        }
        this.examples = examples;
        this.size = Math.min(size, examples.count());
        width = examples.features().elements();
        features =
                Tensor.zeros(device, examples.features().withBatch(this.size)).as(input.withBatch(this.size));
        targets = Tensor.zeros(device, examples.target().withBatch(this.size));
        host = new HostBatch(
                new float[features.shape().elements()],
                new float[targets.shape().elements()]);
    }

    public int perEpoch() {
        return (examples.count() + size - 1) / size;
    }

    /**
     * Varies the images of shuffled batches from now on, in so many epochs.
     *
     * @param augmentation none, or the examples are square images of one channel
     */
    public void vary(Augmentation augmentation, int epochs) {
        this.augmentation = augmentation;
        this.epochs = epochs;
        if (!augmentation.equals(Augmentation.NONE)) {
            augmenter = Optional.of(new Augmenter(
                    augmentation, (int) Math.sqrt(examples.features().elements())));
        }
    }

    /** Fills batch {@code index} of the given epoch of the run with this seed. */
    public void fillShuffled(long seed, int epoch, int index) {
        if ((perEpoch() == 1 && augmenter.isEmpty()) || examples.continuous()) {
            fillInOrder(index);
            return;
        }
        if (orderedEpoch != epoch || orderedSeed != seed) {
            order = CounterRng.of(seed, CounterRng.Stream.SHUFFLE, epoch).permutation(examples.count());
            orderedSeed = seed;
            orderedEpoch = epoch;
        }
        int start = index * size;
        filled = Math.min(size, examples.count() - start);
        if (augmentation.applies(epoch, epochs)) {
            sendVaried(augmenter.orElseThrow(), seed, epoch, start);
        } else {
            for (int row = 0; row < filled; row++) {
                send(order[start + row], row);
            }
        }
        sendTargets();
    }

    /** Fills batch {@code index} of the examples in their own order, or of their streams. */
    public void fillInOrder(int index) {
        if (holdsAll) {
            return;
        }
        if (examples.continuous()) {
            sendStreams(index);
        } else {
            sendInOrder(index);
        }
        sendTargets();
        holdsAll = filled == examples.count();
    }

    /** Whether the batch filled last goes on, row by row, where the one with the index before it ended. */
    public boolean continues() {
        return continues;
    }

    /** X [n, …] of the batch filled last. */
    public Tensor features() {
        return features.rows(filled);
    }

    /** T [n, targets] of the batch filled last. */
    public Tensor targets() {
        return targets.rows(filled);
    }

    private void send(int index, int row) {
        examples.send(index, host, row, features.buffer(), width);
    }

    private void sendVaried(Augmenter varying, long seed, int epoch, int start) {
        for (int row = 0; row < filled; row++) {
            examples.copy(order[start + row], host, row);
            varying.vary(seed, epoch, order[start + row], host.x(), row * width);
        }
        features.buffer().write(0, host.x(), 0, filled * width);
    }

    private void sendInOrder(int index) {
        int start = index * size;
        filled = Math.min(size, examples.count() - start);
        for (int row = 0; row < filled; row++) {
            send(start + row, row);
        }
    }

    private void sendStreams(int index) {
        int length = perEpoch();
        filled = (examples.count() - index + length - 1) / length;
        for (int row = 0; row < filled; row++) {
            send(row * length + index, row);
        }
        continues = index > 0;
    }

    private void sendTargets() {
        targets.buffer().write(0, host.t(), 0, filled * examples.targets());
    }
}
