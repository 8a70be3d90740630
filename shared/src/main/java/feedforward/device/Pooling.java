package feedforward.device;

/**
 * The sizes of a pooling of {@code batch} images, every window of which lies within the image.
 *
 * @param in the images that it takes
 * @param out the images that it gives, with as many channels
 * @param height rows of a window
 * @param width columns of a window
 * @param stride from one window to the next
 */
public record Pooling(int batch, ImageSize in, ImageSize out, int height, int width, int stride) {

    /** The same of so many images. */
    public Pooling withBatch(int images) {
        return new Pooling(images, in, out, height, width, stride);
    }

    public int window() {
        return height * width;
    }
}
