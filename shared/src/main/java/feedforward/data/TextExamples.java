package feedforward.data;

import feedforward.tensor.Shape;
import java.util.Arrays;

/**
 * A text's windows of T characters, one behind the other: features are the ids [T], targets the characters that come next,
 * one-hot [T, V]. What is left at the end is shorter than a window and not used.
 */
final class TextExamples implements Examples {
    private final int[] ids;
    private final int vocabulary;
    private final int window;

    /** @param ids used as they are, not copied */
    TextExamples(int[] ids, int vocabulary, int window) {
        this.ids = ids;
        this.vocabulary = vocabulary;
        this.window = window;
    }

    @Override
    public int count() {
        return (ids.length - 1) / window;
    }

    @Override
    public Shape features() {
        return Shape.of(window);
    }

    @Override
    public Shape target() {
        return Shape.of(window, vocabulary);
    }

    @Override
    public int targets() {
        return window * vocabulary;
    }

    @Override
    public int vocabulary() {
        return vocabulary;
    }

    @Override
    public boolean continuous() {
        return true;
    }

    @Override
    public void copy(int index, HostBatch batch, int row) {
        int from = index * window;
        int x = row * window;
        int t = row * targets();
        Arrays.fill(batch.t(), t, t + targets(), 0f);
        for (int i = 0; i < window; i++) {
            batch.x()[x + i] = ids[from + i];
            batch.t()[t + i * vocabulary + ids[from + i + 1]] = 1f;
        }
    }
}
