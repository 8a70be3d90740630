package feedforward.data;

import feedforward.device.Buffer;
import feedforward.device.HeapBuffer;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.Arrays;

/**
 * Grey images with a class each, kept as bytes: x = pixel / 255, rounded to float32; t is one-hot.
 *
 * <p>Features [pixels], row by row. The arrays are used as they are, not copied: MNIST's are 47 MB.
 */
public final class ImageExamples implements Examples {
    private final byte[] pixels;
    private final byte[] labels;
    private final int pixelsPerImage;
    private final int classes;

    /**
     * @param pixels the images one behind the other
     * @param labels the class of each image, in 0 … classes − 1
     * @throws ShapeException if there are not {@code pixelsPerImage} pixels for each label
     * @throws IllegalArgumentException if a label is no class
     */
    public ImageExamples(byte[] pixels, byte[] labels, int pixelsPerImage, int classes) {
        if (pixels.length != (long) labels.length * pixelsPerImage) {
            throw new ShapeException(
                    "Images: expected " + labels.length + " of " + pixelsPerImage + " pixels, one for each label, but "
                            + pixels.length + " pixels make " + (double) pixels.length / pixelsPerImage);
        }
        requireClasses(labels, classes);
        this.pixels = pixels;
        this.labels = labels;
        this.pixelsPerImage = pixelsPerImage;
        this.classes = classes;
    }

    @Override
    public int count() {
        return labels.length;
    }

    @Override
    public Shape features() {
        return Shape.of(pixelsPerImage);
    }

    @Override
    public int targets() {
        return classes;
    }

    @Override
    public void copy(int index, HostBatch batch, int row) {
        send(index, batch, row, HeapBuffer.over(batch.x()), pixelsPerImage);
    }

    @Override
    public void send(int index, HostBatch host, int row, Buffer x, int width) {
        x.writePixels(row * width, pixels, index * width, width);
        Arrays.fill(host.t(), row * classes, (row + 1) * classes, 0f);
        host.t()[row * classes + label(index)] = 1f;
    }

    /** The class of an image. */
    public int label(int index) {
        return labels[index] & 0xff;
    }

    private static void requireClasses(byte[] labels, int classes) {
        for (int i = 0; i < labels.length; i++) {
            if ((labels[i] & 0xff) >= classes) {
                throw new IllegalArgumentException("Images: expected labels from 0 to " + (classes - 1) + " but was "
                        + (labels[i] & 0xff) + " for image " + i);
            }
        }
    }
}
