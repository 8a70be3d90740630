package feedforward.course;

import feedforward.data.Batches;
import feedforward.data.Examples;
import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.tensor.Shape;
import java.util.Arrays;

/**
 * A network's outputs for all of the examples, in their order, a batch at a time: [N, outputs]. Independent of the batch size and of
 * the device, bit for bit. Mutable: fills up as it advances.
 */
public final class Outputs {
    private final Network network;
    private final Batches batches;
    private final float[] values;
    private int batch;
    private int filled;

    /**
     * @param output the shape of the network's output for one example
     * @param batchSize at most what the network was built for
     * @throws feedforward.tensor.ShapeException if the network takes another number of features
     */
    public Outputs(Network network, Shape output, Device device, Examples examples, int batchSize) {
        this.network = network;
        batches = new Batches(device, examples, network.input(), batchSize);
        values = new float[examples.count() * output.elements()];
    }

    /** Asks for the next batch's; true when it was the last. */
    public boolean advance() {
        batches.fillInOrder(batch);
        float[] outputs = network.forward(batches.features()).toArray();
        System.arraycopy(outputs, 0, values, filled, outputs.length);
        filled += outputs.length;
        batch++;
        return batch == batches.perEpoch();
    }

    /** How much is done, in [0, 1]. */
    public double part() {
        return batch / (double) batches.perEpoch();
    }

    /** The outputs so far, zeros where none have come yet; a copy. */
    public float[] values() {
        return Arrays.copyOf(values, values.length);
    }
}
