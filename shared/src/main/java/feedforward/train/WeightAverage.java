package feedforward.train;

import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;

/** The moving mean of a network's numbers, as {@link Regularisation#averaging} says, kept in a second network. Mutable. */
final class WeightAverage {
    private final Device device;
    private final float decay;
    private final Network trained;
    private final Network averaged;

    /** @param averaged has the trained network's numbers, or what a checkpoint holds */
    WeightAverage(Device device, float decay, Network trained, Network averaged) {
        this.device = device;
        this.decay = decay;
        this.trained = trained;
        this.averaged = averaged;
    }

    /** After step {@code number}, from 1. */
    void update(int number) {
        float part = (float) (1 - Math.min(decay, (1.0 + number) / (10.0 + number)));
        for (int i = 0; i < trained.parameters().size(); i++) {
            Parameter parameter = trained.parameters().get(i);
            Tensor mean = averaged.parameters().get(i).value();
            device.normalisation()
                    .blend(mean.shape().elements(), part, parameter.value().buffer(), mean.buffer());
        }
    }

    Network averaged() {
        return averaged;
    }
}
