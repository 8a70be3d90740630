package feedforward.lesson.digits;

import feedforward.course.NotebookDigits;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.data.Mnist;
import java.util.Arrays;

/** The first ten images of MNIST's training set, with their labels. Immutable. */
final class TenDigits {
    static final int COUNT = 10;

    private static final int SIDE = NotebookDigits.SIDE;
    private static final int PIXELS = NotebookDigits.PIXELS;

    private final byte[] pixels;
    private final byte[] labels;

    private TenDigits(byte[] pixels, byte[] labels) {
        this.pixels = pixels;
        this.labels = labels;
    }

    /**
     * @param images an idx file of ten images of 28×28
     * @param labels an idx file of ten labels
     * @throws feedforward.data.IdxException if they are none
     */
    static TenDigits parse(byte[] images, byte[] labels) {
        IdxImages parsed = IdxFile.parseImages("First images", images);
        IdxFile.requireSizes("First images", parsed, COUNT, SIDE, SIDE);
        byte[] parsedLabels = IdxFile.parseLabels("First labels", labels, Mnist.CLASSES);
        IdxFile.requirePaired("First images", parsed, "First labels", parsedLabels);
        return new TenDigits(parsed.pixels(), parsedLabels);
    }

    /** The pixels of an image as the file has them, [784] unsigned bytes. */
    byte[] bytes(int image) {
        return Arrays.copyOfRange(pixels, image * PIXELS, (image + 1) * PIXELS);
    }

    /** A pixel as the file has it, 0 … 255. */
    int value(int image, int pixel) {
        return pixels[image * PIXELS + pixel] & 0xff;
    }

    /** x [784] = pixel / 256. */
    float[] x(int image) {
        return NotebookDigits.scaled(bytes(image));
    }

    int label(int image) {
        return labels[image];
    }
}
