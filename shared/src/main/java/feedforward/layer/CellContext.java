package feedforward.layer;

import feedforward.device.Device;
import feedforward.tensor.CounterRng;
import feedforward.tensor.FileLayout;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;

/**
 * What a {@link Cell} is built with.
 *
 * @param name the prefix of the layer's parameter names, such as "lstm1"
 * @param steps T
 * @param batch the largest n
 * @param units H
 * @param rng the layer's random numbers, of which the first {@code drawn} are the input weights'
 */
record CellContext(Device device, String name, int steps, int batch, int units, CounterRng rng, int drawn) {

    /** W on the state [H, gates·H], by Glorot's rule. */
    Parameter stateWeight(int gates) {
        Parameter weight = Parameter.matrix(device, name + ".weight_hh_l0", Shape.of(units, gates * units));
        weight.value().set(Glorot.values(rng, drawn, units, gates * units));
        return weight;
    }

    /** The bias of the input's sums [gates·H], zero. */
    Parameter inputBias(int gates) {
        return Parameter.offset(device, name + ".bias_ih_l0", Shape.of(gates * units));
    }

    /** The bias of the state's sums [gates·H], zero. */
    Parameter stateBias(int gates, Parameter.Kind kind) {
        return Parameter.zeros(device, name + ".bias_hh_l0", kind, FileLayout.AS_IT_LIES, Shape.of(gates * units));
    }
}
