package feedforward.layer;

import feedforward.device.ImageSize;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;

/** Shapes read as images [height, width, channels]. */
final class Images {
    private Images() {}

    /** @throws ShapeException if the shape is no image's */
    static ImageSize size(String layer, Shape input) {
        if (input.rank() != 3) {
            throw new ShapeException(layer + " input: expected an image [height, width, channels] but was " + input
                    + "; give the network an input such as [28, 28, 1]");
        }
        return new ImageSize(input.size(0), input.size(1), input.size(2));
    }

    /** @throws ShapeException if a window of this size does not fit into the image */
    static void requireWithin(String where, int size, ImageSize image, String remedy) {
        int side = Math.min(image.height(), image.width());
        if (size > side) {
            throw new ShapeException(
                    where + ": expected at most " + side + " for images " + shape(image) + " but was " + size + remedy);
        }
    }

    static Shape shape(ImageSize image) {
        return Shape.of(image.height(), image.width(), image.channels());
    }
}
