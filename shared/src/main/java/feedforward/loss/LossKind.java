package feedforward.loss;

import feedforward.device.Device;
import feedforward.device.LossBuffers;
import feedforward.device.Rows;

/** The losses per example, by the names that files and links use. T is the target, C the number of outputs. */
public enum LossKind {
    /** ½·Σ (y[c] − t[c])²: its mean over n examples is the course's cost Σ(error²)/2n. dY = y − t. */
    SQUARED_ERROR("squared-error", End.ANY) {
        @Override
        void compute(Device device, Rows rows, float scale, LossBuffers buffers) {
            device.losses().squaredError(rows, scale, buffers);
        }
    },
    /**
     * −Σ t[c]·ln p[c] with p = softmax(z), for targets that are probabilities. Computed from the logits z, where it cannot
     * overflow and its derivative is simply dZ = p − t.
     */
    CROSS_ENTROPY("cross-entropy", End.SOFTMAX) {
        @Override
        void compute(Device device, Rows rows, float scale, LossBuffers buffers) {
            device.losses().softmaxCrossEntropy(rows, scale, buffers);
        }
    },
    /**
     * −Σ (t[c]·ln p[c] + (1 − t[c])·ln (1 − p[c])) with p = σ(z), for targets that are each a probability. Computed from the
     * logits z, where it cannot overflow and its derivative is simply dZ = p − t.
     */
    BINARY_CROSS_ENTROPY("binary-cross-entropy", End.SIGMOID) {
        @Override
        void compute(Device device, Rows rows, float scale, LossBuffers buffers) {
            device.losses().binaryCrossEntropy(rows, scale, buffers);
        }
    },
    /** Σ |y[c] − t[c]|. dY = sign(y − t), which is 0 at 0. */
    ABSOLUTE_ERROR("absolute-error", End.ANY) {
        @Override
        void compute(Device device, Rows rows, float scale, LossBuffers buffers) {
            device.losses().absoluteError(rows, scale, buffers);
        }
    },
    /** Σ h(y[c] − t[c]) with h(d) = ½·d² where |d| ≤ 1, else |d| − ½ (Huber 1964). dY = y − t, held within ±1. */
    HUBER("huber", End.ANY) {
        @Override
        void compute(Device device, Rows rows, float scale, LossBuffers buffers) {
            device.losses().huber(rows, scale, buffers);
        }
    };

    private final String id;
    private final End end;

    LossKind(String id, End end) {
        this.id = id;
        this.end = end;
    }

    /** The name in files and links. */
    public String id() {
        return id;
    }

    /** Whether the loss takes logits and does the network's final softmax itself. */
    public boolean includesSoftmax() {
        return end == End.SOFTMAX;
    }

    /** Whether the loss takes logits and does the network's final sigmoid itself. */
    public boolean includesSigmoid() {
        return end == End.SIGMOID;
    }

    /** Whether the loss does what the network's last layer does itself; its targets are probabilities then. */
    public boolean takesLogits() {
        return end != End.ANY;
    }

    abstract void compute(Device device, Rows rows, float scale, LossBuffers buffers);

    /** The last layer that a loss includes. */
    private enum End {
        ANY,
        SOFTMAX,
        SIGMOID
    }
}
