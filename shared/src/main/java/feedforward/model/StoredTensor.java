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

    /**
     * The same with each value rounded to the nearest float16, which has 11 significant bits.
     *
     * @throws SafetensorsException if a value is beyond ±65,504, the largest float16
     */
    public StoredTensor roundedToFloat16() {
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Float16.toFloat(Float16.round(values[i]));
            if (!Float.isFinite(rounded[i])) {
                throw new SafetensorsException(
                        "Rounding to float16: expected values within ±65,504 but was " + values[i]);
            }
        }
        return new StoredTensor(shape, rounded);
    }

    /** The values from {@code index} on, into {@code target} from {@code at} on. */
    void store(Dtype dtype, int index, int count, byte[] target, int at) {
        for (int i = 0; i < count; i++) {
            dtype.write(values[index + i], target, at + dtype.bytes() * i);
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
