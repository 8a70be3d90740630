package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.device.MomentBuffers;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * A learnt parameter and what an optimiser remembers of its gradients, u.
 *
 * @param n the number of values of each
 */
record Moment(int n, NamedTensor memory, MomentBuffers buffers) {

    static Moment[] of(Device device, List<Parameter> parameters) {
        return parameters.stream()
                .filter(Parameter::learnt)
                .map(parameter -> of(device, parameter))
                .toArray(Moment[]::new);
    }

    /** The gradient is zero afterwards. */
    void clearGradient(Device device) {
        device.elements().fill(n, 0, buffers.g());
    }

    private static Moment of(Device device, Parameter parameter) {
        NamedTensor u = NamedTensor.beside(parameter, "u.", device);
        MomentBuffers buffers = new MomentBuffers(
                parameter.gradient().buffer(),
                u.value().buffer(),
                parameter.value().buffer());
        return new Moment(parameter.value().shape().elements(), u, buffers);
    }
}
