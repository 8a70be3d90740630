package feedforward.bench;

import feedforward.device.Device;
import feedforward.device.ImageSize;
import feedforward.loss.LossKind;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;

/**
 * A workload's network and how it learns.
 *
 * @param drawn whether its weights are drawn, by Glorot's rule from mulberry32 with seed 42, or start at zero
 */
record BenchNetwork(NetworkSpec spec, LossKind loss, OptimiserSpec optimiser, int batch, boolean drawn) {
    private static final int SEED = 42;

    /** What the convolutional network's first matrix follows. */
    private static final ImageSize FLATTENED = new ImageSize(5, 5, 64);

    BenchNetwork withBatch(int newBatch) {
        return new BenchNetwork(spec, loss, optimiser, newBatch, drawn);
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
        if (shape.rank() == 1 || !drawn) {
            return new float[shape.elements()];
        }
        int out = shape.size(shape.rank() - 1);
        int in = shape.size(shape.rank() - 2);
        int places = shape.elements() / (in * out);
        float[] weights = random.glorot(shape.elements(), places * in, places * out);
        return in == FLATTENED.elements() ? channelsFirst(weights, out) : weights;
    }

    /** Other engines' rows, which follow an image as it lies, as ours, which follow its channels. */
    private static float[] channelsFirst(float[] weights, int out) {
        int pixels = FLATTENED.pixels();
        float[] reordered = new float[weights.length];
        for (int row = 0; row < FLATTENED.elements(); row++) {
            int to = row % FLATTENED.channels() * pixels + row / FLATTENED.channels();
            System.arraycopy(weights, row * out, reordered, to * out, out);
        }
        return reordered;
    }
}
