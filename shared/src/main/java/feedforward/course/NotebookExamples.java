package feedforward.course;

import feedforward.data.Examples;
import feedforward.data.HostBatch;
import feedforward.tensor.Shape;

/**
 * MNIST's images as the course's notebook takes them: x = pixel / 256, at most 0.99609375, where {@link feedforward.data.ImageExamples}
 * has pixel / 255; and of its training images the first 50,000, the last 10,000 being set aside.
 */
public final class NotebookExamples implements Examples {
    private static final float WHITE = 255;
    private static final float PARTS = 256;

    private final Examples images;
    private final int from;
    private final int count;

    /** The examples {@code from} … {@code from + count − 1} of images whose x is pixel / 255. */
    public NotebookExamples(Examples images, int from, int count) {
        this.images = images;
        this.from = from;
        this.count = count;
    }

    /** The part that the notebook learns from. */
    public static NotebookExamples training(Examples images) {
        return new NotebookExamples(images, 0, Math.min(NotebookDigits.TRAINING, images.count()));
    }

    /** {@code count} of these from {@code first} on, or as many as there are. */
    NotebookExamples part(int first, int most) {
        return new NotebookExamples(images, from + first, Math.min(most, count - first));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Shape features() {
        return images.features();
    }

    @Override
    public int targets() {
        return images.targets();
    }

    @Override
    public void copy(int index, HostBatch batch, int row) {
        images.copy(from + index, batch, row);
        int width = features().elements();
        float[] x = batch.x();
        for (int i = row * width; i < (row + 1) * width; i++) {
            x[i] = Math.round(x[i] * WHITE) / PARTS;
        }
    }
}
