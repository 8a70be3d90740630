package feedforward.loss;

import feedforward.device.Device;
import feedforward.device.LossBuffers;
import feedforward.device.Rows;

/** The losses per example, by the names that files and links use. T is the target, C the number of outputs. */
public enum LossKind {
    /** ½·Σ (y[c] − t[c])²: its mean over n examples is the course's cost Σ(error²)/2n. dY = y − t. */
    SQUARED_ERROR("squared-error", false) {
        @Override
        void compute(Device device, Rows rows, float scale, LossBuffers buffers) {
            device.losses().squaredError(rows, scale, buffers);
        }
    },
    /**
     * −Σ t[c]·ln p[c] with p = softmax(z), for targets that are probabilities. Computed from the logits z, where it cannot
     * overflow and its derivative is simply dZ = p − t.
     */
    CROSS_ENTROPY("cross-entropy", true) {
        @Override
        void compute(Device device, Rows rows, float scale, LossBuffers buffers) {
            device.losses().softmaxCrossEntropy(rows, scale, buffers);
        }
    };

    private final String id;
    private final boolean includesSoftmax;

    LossKind(String id, boolean includesSoftmax) {
        this.id = id;
        this.includesSoftmax = includesSoftmax;
    }

    /** The name in files and links. */
    public String id() {
        return id;
    }

    /** Whether the loss takes logits and does the network's final softmax itself. */
    public boolean includesSoftmax() {
        return includesSoftmax;
    }

    abstract void compute(Device device, Rows rows, float scale, LossBuffers buffers);
}
