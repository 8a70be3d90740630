package feedforward.layer;

import feedforward.device.Device;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;

/**
 * What a layer is built with.
 *
 * @param input the shape of one example, without the batch dimension
 * @param batch the largest number of examples a batch will have
 * @param name the prefix of the layer's parameter names, such as "fc1"
 * @param index the layer's place in the network, from 0
 * @param rng the random numbers of this layer's initial weights
 */
public record LayerContext(Device device, Shape input, int batch, String name, int index, CounterRng rng) {
    /** Of a network; also what keeps the random numbers of one step's layers apart from the next step's. */
    public static final int MOST_LAYERS = 100;
}
