package feedforward.optimiser;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.FileLayout;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import java.util.List;

/** A weight and the optimiser that moves it, step by step. Mutable. */
final class OneParameter {
    /** Of five steps from the weights 0.5, −0.25 and 1. */
    static final float[][] GRADIENTS = {
        {0.3f, -1.2f, 0.05f}, {-0.7f, 0.4f, 0.02f}, {1.5f, 0, -0.3f}, {0.1f, -0.6f, 0.9f}, {-0.2f, 0.8f, -0.01f}
    };

    private final Parameter weight;
    private final Optimiser optimiser;
    private final float rate;
    private int steps;

    OneParameter(OptimiserSpec spec, float... values) {
        Device device = new HeapDevice();
        weight = Parameter.zeros(device, "w", Parameter.Kind.WEIGHT, FileLayout.AS_IT_LIES, Shape.of(values.length));
        weight.value().set(values);
        optimiser = spec.build(device, List.of(weight));
        rate = spec.learningRate();
    }

    /** The weights that the reference numbers are for. */
    static float[] afterFiveSteps(OptimiserSpec spec) {
        OneParameter weight = new OneParameter(spec, 0.5f, -0.25f, 1);
        float[] values = {};
        for (float[] gradient : GRADIENTS) {
            values = weight.after(gradient);
        }
        return values;
    }

    /** The weight after one more step along this gradient. */
    float[] after(float... gradient) {
        weight.gradient().set(gradient);
        steps++;
        optimiser.step(rate, steps);
        return weight.value().toArray();
    }

    /** What the optimiser remembers now: its i-th tensor. */
    float[] memory(int i) {
        return optimiser.memory().get(i).value().toArray();
    }
}
