package feedforward.layer;

import feedforward.device.ImageSize;
import feedforward.device.Pooling;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/**
 * An {@link AveragePool2d} layer of square windows, all of which lie within the image: rows and columns that fill no window are left out.
 *
 * @param size rows and columns of a window, 1 … 31
 * @param stride from one window to the next, 1 … 31
 */
public record AveragePool2dSpec(int size, int stride) implements LayerSpec {
    public static final int LARGEST_WINDOW = 31;

    /** @throws IllegalArgumentException if a number is out of range */
    public AveragePool2dSpec {
        Bounds.require("AveragePool2d size", size, 1, LARGEST_WINDOW);
        Bounds.require("AveragePool2d stride", stride, 1, LARGEST_WINDOW);
    }

    /** With windows side by side. */
    public AveragePool2dSpec(int size) {
        this(size, size);
    }

    @Override
    public Shape output(Shape input) {
        return Images.shape(pooling(input).out());
    }

    @Override
    public long parameters(Shape input) {
        return 0;
    }

    @Override
    public String prefix() {
        return "pool";
    }

    @Override
    public Layer build(LayerContext context) {
        return new AveragePool2d("AveragePool2d", pooling(context.input()), output(context.input()), context);
    }

    /**
     * The pooling of one image.
     *
     * @throws ShapeException if the input is no image, or smaller than a window
     */
    Pooling pooling(Shape input) {
        ImageSize in = Images.size("AveragePool2d", input);
        Images.requireWithin("AveragePool2d size", size, in, "");
        ImageSize out = new ImageSize(
                Padding.VALID.output(in.height(), size, stride),
                Padding.VALID.output(in.width(), size, stride),
                in.channels());
        return new Pooling(1, in, out, size, size, stride);
    }
}
