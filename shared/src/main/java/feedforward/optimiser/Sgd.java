package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.Parameter;
import java.util.List;

/** Stochastic gradient descent: w ← w − η·∂loss/∂w, with learning rate η. */
public final class Sgd implements Optimiser {
    private final Device device;
    private final float learningRate;

    Sgd(Device device, SgdSpec spec) {
        this.device = device;
        learningRate = spec.learningRate();
    }

    @Override
    public void step(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            int n = parameter.value().shape().elements();
            device.updates()
                    .sgd(
                            n,
                            learningRate,
                            parameter.gradient().buffer(),
                            parameter.value().buffer());
            device.elements().fill(n, 0, parameter.gradient().buffer());
        }
    }
}
