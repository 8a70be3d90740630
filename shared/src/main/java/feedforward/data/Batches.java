package feedforward.data;

import feedforward.device.Device;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/**
 * Cuts examples into batches of N, shuffled anew for each epoch; the last batch of an epoch may be shorter. The order is a
 * function of (seed, epoch), so any step of a run can be taken up without the ones before it. A batch of all examples keeps
 * their own order. Mutable: the tensors of a batch are valid until the next is filled.
 */
public final class Batches {
    private final Examples examples;
    private final int size;
    private final HostBatch host;
    private final Tensor features;
    private final Tensor targets;

    private int[] order = {};
    private long orderedSeed;
    private int orderedEpoch = -1;
    private int filled;
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
        features =
                Tensor.zeros(device, examples.features().withBatch(this.size)).as(input.withBatch(this.size));
        targets = Tensor.zeros(device, Shape.of(this.size, examples.targets()));
        host = new HostBatch(
                new float[features.shape().elements()],
                new float[targets.shape().elements()]);
    }

    public int perEpoch() {
        return (examples.count() + size - 1) / size;
    }

    /** Fills batch {@code index} of the given epoch of the run with this seed. */
    public void fillShuffled(long seed, int epoch, int index) {
        if (perEpoch() == 1) {
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
        for (int row = 0; row < filled; row++) {
            examples.copy(order[start + row], host, row);
        }
        upload();
    }

    /** Fills batch {@code index} of the examples in their own order. */
    public void fillInOrder(int index) {
        if (holdsAll) {
            return;
        }
        int start = index * size;
        filled = Math.min(size, examples.count() - start);
        for (int row = 0; row < filled; row++) {
            examples.copy(start + row, host, row);
        }
        upload();
        holdsAll = filled == examples.count();
    }

    /** X [n, …] of the batch filled last. */
    public Tensor features() {
        return features.rows(filled);
    }

    /** T [n, targets] of the batch filled last. */
    public Tensor targets() {
        return targets.rows(filled);
    }

    private void upload() {
        int width = examples.features().elements();
        features.buffer().write(0, host.x(), 0, filled * width);
        targets.buffer().write(0, host.t(), 0, filled * examples.targets());
    }
}
