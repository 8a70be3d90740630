package feedforward.model;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.text.Digits;
import java.util.Arrays;

/**
 * A tensor at rest: its shape and its values, row-major. The values are copied on the way in and on the way out.
 *
 * <p>Equal means the same shape and the same values, bit for bit (−0 is not +0).
 */
public record StoredTensor(Shape shape, float[] values) {
    /** @throws ShapeException if the number of values is not the shape's number of elements */
    public StoredTensor {
        if (values.length != shape.elements()) {
            throw new ShapeException("StoredTensor: expected " + Digits.grouped(shape.elements()) + " values for shape "
                    + shape + " but was " + Digits.grouped(values.length));
        }
        values = values.clone();
    }

    @Override
    public float[] values() {
        return values.clone();
    }

    /** Index of the first value that is NaN or infinite, or −1. */
    int firstNotFinite() {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }

    /** The values from {@code index} on as binary32, little-endian, into {@code target[at .. at + 4·count)}. */
    void store(int index, int count, byte[] target, int at) {
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(values[index + i]);
            target[at + 4 * i] = (byte) bits;
            target[at + 4 * i + 1] = (byte) (bits >>> 8);
            target[at + 4 * i + 2] = (byte) (bits >>> 16);
            target[at + 4 * i + 3] = (byte) (bits >>> 24);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredTensor tensor
                && shape.equals(tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "StoredTensor" + shape;
    }
}
