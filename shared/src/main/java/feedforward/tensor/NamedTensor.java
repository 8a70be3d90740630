package feedforward.tensor;

import feedforward.device.Device;

/** Numbers that outlive a step, with the name and the layout that files give them. The values are mutable. */
public record NamedTensor(String name, FileLayout layout, Tensor value) {

    /** Zeros beside a parameter, such as an optimiser's memory of it: its shape and layout, and its name behind the prefix. */
    public static NamedTensor beside(Parameter parameter, String prefix, Device device) {
        return new NamedTensor(
                prefix + parameter.name(),
                parameter.layout(),
                Tensor.zeros(device, parameter.value().shape()));
    }

    /** The same under another name. */
    public NamedTensor behind(String prefix) {
        return new NamedTensor(prefix + name, layout, value);
    }

    /** The shape in files. */
    public Shape storedShape() {
        return layout.stored(value.shape());
    }

    /** The values as files hold them. */
    public float[] stored() {
        return layout.toFile(value.shape(), value.toArray());
    }

    /**
     * Takes over values as files hold them; the inverse of {@link #stored}.
     *
     * @throws ShapeException if the number of values is not the shape's number of elements
     */
    public void setStored(float[] stored) {
        if (stored.length != value.shape().elements()) {
            throw new ShapeException("Parameter \"" + name + "\": expected "
                    + value.shape().elements() + " values for shape " + storedShape() + " but was " + stored.length);
        }
        value.set(layout.fromFile(value.shape(), stored));
    }
}
