package feedforward.worker;

import feedforward.device.Device;
import feedforward.model.Network;
import feedforward.tensor.Tensor;

/** What a network of one input value and one output says over [−1, 1], at evenly spaced places. */
final class CurveFit {
    static final int PLACES = 81;

    private final Network network;
    private final Tensor x;

    /** @param batch what the network takes at once */
    CurveFit(Network network, Device device, int batch) {
        this.network = network;
        x = Tensor.zeros(device, network.input().withBatch(Math.min(batch, PLACES)));
    }

    float[] values() {
        float[] values = new float[PLACES];
        int rows = x.shape().size(0);
        for (int start = 0; start < PLACES; start += rows) {
            int count = Math.min(rows, PLACES - start);
            for (int i = 0; i < count; i++) {
                x.buffer().write(i, new float[] {-1 + 2f * (start + i) / (PLACES - 1)}, 0, 1);
            }
            network.forward(x.rows(count)).buffer().read(0, values, start, count);
        }
        return values;
    }
}
