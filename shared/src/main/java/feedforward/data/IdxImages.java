package feedforward.data;

import feedforward.tensor.ShapeException;
import feedforward.text.Digits;
import java.util.Arrays;

/**
 * Grey images as an idx file keeps them.
 *
 * @param count the number of images, N
 * @param rows the height of each, H
 * @param columns the width of each, W
 * @param pixels unsigned bytes [N, H, W], 0 the background and 255 the full stroke; used as it is, not copied, since
 *     MNIST's are 47 MB
 */
public record IdxImages(int count, int rows, int columns, byte[] pixels) {
    /** @throws ShapeException if a size is out of range or there are not N·H·W pixels */
    public IdxImages {
        if (count < 0 || rows < 1 || columns < 1) {
            throw new ShapeException("IdxImages: expected [0 or more, 1 or more, 1 or more] but was [" + count + ", "
                    + rows + ", " + columns + "]");
        }
        if (pixels.length / rows / columns != count || pixels.length != count * rows * columns) {
            throw new ShapeException("IdxImages: expected " + sizes(count, rows, columns) + " but was "
                    + Digits.grouped(pixels.length) + " pixels");
        }
    }

    /** "60,000 images of 28×28". */
    static String sizes(long count, long rows, long columns) {
        return Digits.grouped(count) + " images of " + Digits.grouped(rows) + "×" + Digits.grouped(columns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdxImages images
                && count == images.count
                && rows == images.rows
                && columns == images.columns
                && Arrays.equals(pixels, images.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * count + rows) + columns) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return sizes(count, rows, columns);
    }
}
