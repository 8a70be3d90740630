package feedforward.device;

/**
 * The sizes of a convolution of {@code batch} images.
 *
 * @param in the images that it takes
 * @param out the images that it gives
 * @param kernel rows and columns of the kernel
 * @param stride from one place of the kernel to the next
 * @param top rows of padding above the image, {@code left} columns before it
 */
public record Convolution(int batch, ImageSize in, ImageSize out, int kernel, int stride, int top, int left) {

    /** The same of so many images. */
    public Convolution withBatch(int images) {
        return new Convolution(images, in, out, kernel, stride, top, left);
    }

    /** Rows of padding below the image. */
    public int bottom() {
        return Math.max(0, (out.height() - 1) * stride + kernel - in.height() - top);
    }

    /** Columns of padding behind the image. */
    public int right() {
        return Math.max(0, (out.width() - 1) * stride + kernel - in.width() - left);
    }

    /** The number of products in one output element away from the edges: kernel·kernel·C. */
    public int taps() {
        return kernel * kernel * in.channels();
    }
}
