package feedforward.bench;

import feedforward.device.Device;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;

/**
 * A workload's network and how it learns.
 *
 * @param drawn whether its weight matrices are drawn, by Glorot's rule from mulberry32 with seed 42, or start at zero
 */
record BenchNetwork(NetworkSpec spec, LossKind loss, float learningRate, int batch, boolean drawn) {
    private static final int SEED = 42;

    BenchNetwork withBatch(int newBatch) {
        return new BenchNetwork(spec, loss, learningRate, newBatch, drawn);
    }

    Network build(Device device) {
        Network network = Network.build(spec, device, batch, 0);
        Mulberry32 random = new Mulberry32(SEED);
        for (Parameter parameter : network.parameters()) {
            parameter.value().set(initial(parameter.value().shape(), random));
        }
        return network;
    }

    private float[] initial(Shape shape, Mulberry32 random) {
        boolean matrix = shape.rank() == 2;
        return matrix && drawn
                ? random.glorot(shape.elements(), shape.size(0), shape.size(1))
                : new float[shape.elements()];
    }
}
