package feedforward.tensor;

import feedforward.device.Buffer;
import feedforward.device.Device;

/**
 * A row-major float32 array on a device: a buffer and the shape in which to read it. The values are mutable, the shape is
 * not; a buffer may be longer than the shape when this is a view on its first rows.
 */
public final class Tensor {
    private final Buffer buffer;
    private final Shape shape;
    private Tensor view;

    private Tensor(Buffer buffer, Shape shape) {
        this.buffer = buffer;
        this.shape = shape;
    }

    public static Tensor zeros(Device device, Shape shape) {
        return new Tensor(device.allocate(shape.elements()), shape);
    }

    /** @throws ShapeException if the number of values is not the shape's number of elements */
    public static Tensor of(Device device, Shape shape, float... values) {
        Tensor tensor = zeros(device, shape);
        tensor.set(values);
        return tensor;
    }

    /**
     * The same values in another shape, sharing their memory.
     *
     * @throws ShapeException if the shape has another number of elements
     */
    public Tensor as(Shape other) {
        if (other.elements() != shape.elements()) {
            throw new ShapeException(
                    "Tensor shape: expected " + shape.elements() + " elements, as " + shape + " has, but was " + other);
        }
        return new Tensor(buffer, other);
    }

    public Buffer buffer() {
        return buffer;
    }

    public Shape shape() {
        return shape;
    }

    /**
     * This tensor's first {@code n} rows, sharing its memory: [N, …] becomes [n, …]. The last view is remembered, so a
     * training loop whose batches keep their size allocates nothing.
     *
     * @throws ShapeException if n is not within 0 … N
     */
    public Tensor rows(int n) {
        if (n == shape.size(0)) {
            return this;
        }
        if (n < 0 || n > shape.size(0)) {
            throw new ShapeException(
                    "Tensor rows: expected 0 to " + shape.size(0) + " rows of " + shape + " but was " + n);
        }
        if (view == null || view.shape.size(0) != n) {
            int[] sizes = shape.sizes();
            sizes[0] = n;
            view = new Tensor(buffer, Shape.of(sizes));
        }
        return view;
    }

    /** A copy of the values. */
    public float[] toArray() {
        float[] values = new float[shape.elements()];
        buffer.read(0, values, 0, values.length);
        return values;
    }

    /** @throws ShapeException if the number of values is not the shape's number of elements */
    public void set(float... values) {
        if (values.length != shape.elements()) {
            throw new ShapeException("Tensor values: expected " + shape.elements() + " for shape " + shape + " but was "
                    + values.length);
        }
        buffer.write(0, values, 0, values.length);
    }
}
