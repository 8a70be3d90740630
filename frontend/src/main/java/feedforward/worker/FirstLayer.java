package feedforward.worker;

import feedforward.model.Network;
import feedforward.tensor.Parameter;
import java.util.Arrays;

/** The weights a network sees its input through: for a softmax regression one picture per class. */
final class FirstLayer {
    private static final int MOST_UNITS = 32;

    private FirstLayer() {}

    /** The weights of up to 32 units, [units, inputs]; none where the first layer's are no matrix. */
    static float[] units(Network network) {
        Parameter weight = network.parameters().get(0);
        if (weight.storedShape().rank() != 2) {
            return new float[0];
        }
        int units = Math.min(MOST_UNITS, weight.storedShape().size(0));
        return Arrays.copyOf(weight.stored(), units * weight.storedShape().size(1));
    }
}
