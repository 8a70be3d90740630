package feedforward.device;

/**
 * The sizes of a convolution of {@code batch} images.
 *
 * @param in the images that it takes
 * @param out the images that it gives
 * @param kernel rows and columns of the kernel
 * @param stride from one place of the kernel to the next
 * @param top rows of padding above the image, {@code left} columns before it; what follows it needs no number
 */
public record Convolution(int batch, ImageSize in, ImageSize out, int kernel, int stride, int top, int left) {

    /** The same of so many images. */
    public Convolution withBatch(int images) {
        return new Convolution(images, in, out, kernel, stride, top, left);
    }

    /** The number of products in one output element away from the edges: kernel·kernel·C. */
    public int taps() {
        return kernel * kernel * in.channels();
    }
}
