package feedforward.tensor;

import feedforward.device.Device;

/**
 * A network's numbers with a name: the value and, of the same shape, the gradient of the loss with respect to it. Mutable:
 * backward adds into the gradient, the optimiser changes the value.
 *
 * <p>Names and file layouts are PyTorch's, so that exported weights open there.
 */
public record Parameter(String name, Kind kind, FileLayout layout, Tensor value, Tensor gradient) {

    /** What a parameter is to an optimiser. */
    public enum Kind {
        /** Learnt, and kept small by weight decay and penalties. */
        WEIGHT,
        /** Learnt, and left alone by decay and penalties: biases, and the scale and shift of a normalisation. */
        OFFSET,
        /** Not learnt but kept: a running mean. Its gradient stays zero. */
        STATISTIC
    }

    /** A weight matrix of zeros [in, out]. */
    public static Parameter matrix(Device device, String name, Shape shape) {
        return zeros(device, name, Kind.WEIGHT, FileLayout.TRANSPOSED, shape);
    }

    /** A bias, or another offset, of zeros. */
    public static Parameter offset(Device device, String name, Shape shape) {
        return zeros(device, name, Kind.OFFSET, FileLayout.AS_IT_LIES, shape);
    }

    /** A parameter of zeros. */
    public static Parameter zeros(Device device, String name, Kind kind, FileLayout layout, Shape shape) {
        return new Parameter(name, kind, layout, Tensor.zeros(device, shape), Tensor.zeros(device, shape));
    }

    public boolean learnt() {
        return kind != Kind.STATISTIC;
    }

    /** The values without the gradient, as files hold them. */
    public NamedTensor kept() {
        return new NamedTensor(name, layout, value);
    }

    /** The shape in files. */
    public Shape storedShape() {
        return kept().storedShape();
    }

    /** The values as files hold them. */
    public float[] stored() {
        return kept().stored();
    }

    /** As {@link NamedTensor#setStored}. */
    public void setStored(float[] stored) {
        kept().setStored(stored);
    }
}
