package feedforward.layer;

import feedforward.device.Activation;
import feedforward.device.Convolution;
import feedforward.device.ImageSize;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/**
 * A {@link Conv2d} layer of {@code filters} square kernels.
 *
 * @param filters 1 … 65,536, the channels of what it gives
 * @param kernel rows and columns of a kernel, 1 … 31
 * @param stride from one place of the kernel to the next, 1 … 31
 */
public record Conv2dSpec(
        int filters, int kernel, int stride, Padding padding, Activation activation, Initialiser initialiser)
        implements LayerSpec {
    public static final int MOST_FILTERS = 65_536;
    public static final int LARGEST_KERNEL = 31;
    /** What one output may be a sum of: kernel·kernel·C. */
    public static final int MOST_TAPS = 131_072;

    /** @throws IllegalArgumentException if a number is out of range */
    public Conv2dSpec {
        Bounds.require("Conv2d filters", filters, 1, MOST_FILTERS);
        Bounds.require("Conv2d kernel", kernel, 1, LARGEST_KERNEL);
        Bounds.require("Conv2d stride", stride, 1, LARGEST_KERNEL);
    }

    /** With stride 1 and Glorot's initial weights. */
    public Conv2dSpec(int filters, int kernel, Padding padding, Activation activation) {
        this(filters, kernel, 1, padding, activation, Initialiser.DEFAULT);
    }

    @Override
    public Shape output(Shape input) {
        return Images.shape(convolution(input).out());
    }

    @Override
    public long parameters(Shape input) {
        return ((long) kernel * kernel * input.size(2) + 1) * filters;
    }

    @Override
    public long valuesPerExample(Shape input) {
        return Activated.valuesPerExample(activation, output(input).elements()) + input.elements();
    }

    @Override
    public String prefix() {
        return "conv";
    }

    @Override
    public Layer build(LayerContext context) {
        return new Conv2d(this, context);
    }

    /**
     * The convolution of one image.
     *
     * @throws ShapeException if the input is no image, has too many channels for the kernel, or is smaller than a kernel that
     *     is to stay within it
     */
    public Convolution convolution(Shape input) {
        ImageSize in = Images.size("Conv2d", input);
        if ((long) kernel * kernel * in.channels() > MOST_TAPS) {
            throw new ShapeException("Conv2d kernel: expected at most " + MOST_TAPS + " values under it but " + kernel
                    + "×" + kernel + " in " + in.channels() + " channels has "
                    + (long) kernel * kernel * in.channels());
        }
        if (padding == Padding.VALID) {
            Images.requireWithin("Conv2d kernel", kernel, in, "; make it smaller, or the padding \"same\"");
        }
        ImageSize out = new ImageSize(
                padding.output(in.height(), kernel, stride), padding.output(in.width(), kernel, stride), filters);
        return new Convolution(
                1,
                in,
                out,
                kernel,
                stride,
                padding.before(in.height(), kernel, stride),
                padding.before(in.width(), kernel, stride));
    }
}
