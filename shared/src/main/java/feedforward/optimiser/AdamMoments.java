package feedforward.optimiser;

import feedforward.device.AdamBuffers;
import feedforward.device.Device;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * A learnt parameter and the moving means of its gradient, m, and of its square, v.
 *
 * @param n the number of values of each
 * @param decays whether weight decay is for it
 */
record AdamMoments(int n, boolean decays, NamedTensor m, NamedTensor v, AdamBuffers buffers) {

    static AdamMoments[] of(Device device, List<Parameter> parameters) {
        return parameters.stream()
                .filter(Parameter::learnt)
                .map(parameter -> of(device, parameter))
                .toArray(AdamMoments[]::new);
    }

    private static AdamMoments of(Device device, Parameter parameter) {
        NamedTensor m = NamedTensor.beside(parameter, "m.", device);
        NamedTensor v = NamedTensor.beside(parameter, "v.", device);
        AdamBuffers buffers = new AdamBuffers(
                parameter.gradient().buffer(),
                m.value().buffer(),
                v.value().buffer(),
                parameter.value().buffer());
        int n = parameter.value().shape().elements();
        return new AdamMoments(n, parameter.kind() == Parameter.Kind.WEIGHT, m, v, buffers);
    }
}
