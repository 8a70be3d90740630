package feedforward.layer;

import feedforward.device.ImageSize;
import feedforward.device.Pooling;
import feedforward.tensor.Shape;

/**
 * A pooling layer's description: square windows, all of which lie within the image: rows and columns that fill no window are left
 * out.
 */
public sealed interface PoolSpec extends LayerSpec permits MaxPool2dSpec, AveragePool2dSpec {
    int LARGEST_WINDOW = 31;

    /** Rows and columns of a window. */
    int size();

    /** From one window to the next. */
    int stride();

    /** The layer's name in messages. */
    String name();

    @Override
    default Shape output(Shape input) {
        return Images.shape(pooling(input).out());
    }

    @Override
    default long parameters(Shape input) {
        return 0;
    }

    @Override
    default String prefix() {
        return "pool";
    }

    /**
     * The pooling of one image.
     *
     * @throws feedforward.tensor.ShapeException if the input is no image, or smaller than a window
     */
    default Pooling pooling(Shape input) {
        ImageSize in = Images.size(name(), input);
        Images.requireWithin(name() + " size", size(), in, "");
        ImageSize out = new ImageSize(
                Padding.VALID.output(in.height(), size(), stride()),
                Padding.VALID.output(in.width(), size(), stride()),
                in.channels());
        return new Pooling(1, in, out, size(), size(), stride());
    }

    /** @throws IllegalArgumentException if a number is out of range */
    static void requireSizes(String name, int size, int stride) {
        Bounds.require(name + " size", size, 1, LARGEST_WINDOW);
        Bounds.require(name + " stride", stride, 1, LARGEST_WINDOW);
    }
}
