package feedforward.layer;

import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.Rows;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;

/**
 * The end of a layer that learns: Y = f(Z + b), and its way back: dZ = dY·f′, db += Σ dZ over the rows, ascending. Z
 * [rows, columns] is written to {@link #sums} first. Mutable.
 */
final class Activated {
    private final Device device;
    private final Activation activation;
    private final Parameter bias;
    private final Tensor sums;
    private final Tensor outputs;
    private final Tensor sumGradients;

    /** @param shape of Z and Y, with the largest batch; the bias goes along the last dimension */
    Activated(Device device, Activation activation, Parameter bias, Shape shape) {
        this.device = device;
        this.activation = activation;
        this.bias = bias;
        outputs = Tensor.zeros(device, shape);
        sums = activation.gradientNeedsInput() ? Tensor.zeros(device, shape) : outputs;
        sumGradients = Tensor.zeros(device, shape);
    }

    /** The number of values kept for each example, whose Y has so many {@code outputs}. */
    static long valuesPerExample(Activation activation, int outputs) {
        return (activation.gradientNeedsInput() ? 3L : 2L) * outputs;
    }

    /** Where Z goes. */
    Tensor sums() {
        return sums;
    }

    /** dZ of the last {@link #backward}. */
    Tensor sumGradients() {
        return sumGradients;
    }

    /** Y, of {@code n} examples. */
    Tensor forward(Rows rows, int n) {
        device.elements().biasActivation(activation, rows, bias.value().buffer(), sums.buffer(), outputs.buffer());
        return outputs.rows(n);
    }

    void backward(Rows rows, Tensor dY) {
        device.elements()
                .activationGradient(activation, rows.elements(), sums.buffer(), dY.buffer(), sumGradients.buffer());
        device.linear()
                .addColumnSums(rows, sumGradients.buffer(), bias.gradient().buffer());
    }
}
