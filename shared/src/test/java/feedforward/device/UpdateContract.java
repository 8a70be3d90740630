package feedforward.device;

import org.junit.jupiter.api.Test;

/** {@link UpdateKernels}, bit for bit. */
abstract class UpdateContract extends KernelContract {

    UpdateContract(Device device) {
        super(device);
    }

    @Test
    void sgdSubtractsTheRoundedProduct() {
        for (int n : SIZES) {
            for (float rate : new float[] {0.9f, 1e-30f, 0.1f, 10f}) {
                checkSgd(rate, ordinary(n), ordinary(n));
                checkSgd(rate, special(n), special(n));
                checkSgd(rate, tiny(n), tiny(n));
            }
        }
    }

    private void checkSgd(float rate, float[] g, float[] w) {
        float[] expected = new float[w.length];
        for (int i = 0; i < w.length; i++) {
            float product = rate * g[i];
            expected[i] = w[i] - product;
        }
        Buffer bufferG = buffer(g);
        Buffer bufferW = buffer(w);
        device.updates().sgd(w.length, rate, bufferG, bufferW);
        assertHolds("sgd of " + w.length + " at " + rate, expected, bufferW);
        assertHolds("sgd's gradients", g, bufferG);
    }
}
