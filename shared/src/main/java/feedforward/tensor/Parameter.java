package feedforward.tensor;

import feedforward.device.Device;

/**
 * What training changes: a named value and, of the same shape, the gradient of the loss with respect to it. Mutable:
 * backward adds into the gradient, the optimiser changes the value.
 *
 * <p>Names and file layouts are PyTorch's, so that exported weights open there: a weight matrix W [in, out] is stored as
 * [out, in] when {@code transposedInFiles} is set.
 */
public record Parameter(String name, Tensor value, Tensor gradient, boolean transposedInFiles) {

    /** A parameter of zeros that files store as it lies. */
    public static Parameter zeros(Device device, String name, Shape shape) {
        return new Parameter(name, Tensor.zeros(device, shape), Tensor.zeros(device, shape), false);
    }

    /** A matrix of zeros [in, out] that files store as [out, in]. */
    public static Parameter transposedMatrix(Device device, String name, Shape shape) {
        return new Parameter(name, Tensor.zeros(device, shape), Tensor.zeros(device, shape), true);
    }

    /** The shape in files. */
    public Shape storedShape() {
        Shape shape = value.shape();
        return transposedInFiles ? Shape.of(shape.size(1), shape.size(0)) : shape;
    }

    /** The values as files hold them. */
    public float[] stored() {
        float[] values = value.toArray();
        return transposedInFiles
                ? transposed(values, value.shape().size(0), value.shape().size(1))
                : values;
    }

    /**
     * Takes over values as files hold them; the inverse of {@link #stored}.
     *
     * @throws ShapeException if the number of values is not the shape's number of elements
     */
    public void setStored(float[] stored) {
        Shape shape = storedShape();
        boolean transposes = transposedInFiles && stored.length == shape.elements();
        value.set(transposes ? transposed(stored, shape.size(0), shape.size(1)) : stored);
    }

    private static float[] transposed(float[] values, int rows, int columns) {
        float[] result = new float[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                result[c * rows + r] = values[r * columns + c];
            }
        }
        return result;
    }
}
