package feedforward.data;

import feedforward.device.Buffer;
import feedforward.tensor.Shape;

/** A sequence of examples: features x and targets t, as float32. Immutable. */
public interface Examples {
    int count();

    /** The shape of one example's features, such as [784]. */
    Shape features();

    /** The number of values of one target; for classes, one per class. */
    int targets();

    /** The shape of one target: [classes], or [T, classes] of a sequence. */
    default Shape target() {
        return Shape.of(targets());
    }

    /** How many ids there are where features are ids 0, 1, …; 0 where they are numbers. */
    default int vocabulary() {
        return 0;
    }

    /** Whether each example goes on where the one before ended, as the windows of a text do. */
    default boolean continuous() {
        return false;
    }

    /** Copies example {@code index} into row {@code row} of {@code batch}. */
    void copy(int index, HostBatch batch, int row);

    /**
     * Brings example {@code index} into row {@code row} of a batch: its features to the device, its target to the host's arrays. That
     * row of the host's x is undefined afterwards.
     *
     * @param width of a row of x: the number of features
     */
    default void send(int index, HostBatch host, int row, Buffer x, int width) {
        copy(index, host, row);
        x.write(row * width, host.x(), row * width, width);
    }

    /** These examples at the places {@code order}, in that order. */
    default Examples at(int[] order) {
        return new SelectedExamples(this, order);
    }
}
