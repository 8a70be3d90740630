package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import java.util.List;

/** Stochastic gradient descent: w ← w − η·∂loss/∂w, with learning rate η. Remembers nothing. */
public final class Sgd implements Optimiser {
    private final Device device;
    private final Parameter[] learnt;

    Sgd(Device device, List<Parameter> parameters) {
        this.device = device;
        learnt = parameters.stream().filter(Parameter::learnt).toArray(Parameter[]::new);
    }

    @Override
    public void step(float rate, int number) {
        for (Parameter parameter : learnt) {
            int n = parameter.value().shape().elements();
            device.updates()
                    .sgd(
                            n,
                            rate,
                            parameter.gradient().buffer(),
                            parameter.value().buffer());
            device.elements().fill(n, 0, parameter.gradient().buffer());
        }
    }

    @Override
    public List<NamedTensor> memory() {
        return List.of();
    }
}
