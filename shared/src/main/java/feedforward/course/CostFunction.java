package feedforward.course;

import feedforward.device.ExactMath;
import feedforward.device.HeapBuffer;
import feedforward.device.HeapDevice;
import feedforward.device.LossBuffers;
import feedforward.device.LossKernels;
import feedforward.device.Rows;

/** What a prediction y costs when t was right, for one example with one output, computed by the engine's losses. */
public enum CostFunction {
    /** C = ½·(y − t)²; ∂C/∂y = y − t. */
    SQUARED("squared") {
        @Override
        void compute(LossKernels losses, LossBuffers buffers) {
            losses.squaredError(ONE, 1, buffers);
        }
    },
    /**
     * C = −t·ln y − (1 − t)·ln (1 − y) for 0 &lt; y &lt; 1, elsewhere NaN; ∂C/∂y = (y − t) / (y·(1 − y)). The engine computes it
     * from the logit z = ln (y / (1 − y)).
     */
    CROSS_ENTROPY("cross") {
        @Override
        public double value(double y, double t) {
            return isProbability(y) ? super.value(logit(y), t) : Double.NaN;
        }

        @Override
        public double slope(double y, double t) {
            return isProbability(y) ? super.slope(logit(y), t) / (y * (1 - y)) : Double.NaN;
        }

        @Override
        void compute(LossKernels losses, LossBuffers buffers) {
            losses.binaryCrossEntropy(ONE, 1, buffers);
        }
    },
    /** C = |y − t|; ∂C/∂y = sign(y − t), 0 at 0. */
    ABSOLUTE("absolute") {
        @Override
        void compute(LossKernels losses, LossBuffers buffers) {
            losses.absoluteError(ONE, 1, buffers);
        }
    },
    /** C = ½·d² for d = y − t within ±1, beyond |d| − ½; ∂C/∂y = d, held within ±1. */
    HUBER("huber") {
        @Override
        void compute(LossKernels losses, LossBuffers buffers) {
            losses.huber(ONE, 1, buffers);
        }
    };

    private static final Rows ONE = new Rows(1, 1);

    private final String id;

    CostFunction(String id) {
        this.id = id;
    }

    /** In roles. */
    public String id() {
        return id;
    }

    /** C for a prediction y and a target t. */
    public double value(double y, double t) {
        return computed(y, t).loss;
    }

    /** ∂C/∂y. */
    public double slope(double y, double t) {
        return computed(y, t).gradient;
    }

    abstract void compute(LossKernels losses, LossBuffers buffers);

    private Cost computed(double y, double t) {
        HeapBuffer output = holding((float) y);
        HeapBuffer loss = HeapBuffer.zeros(1);
        HeapBuffer gradient = HeapBuffer.zeros(1);
        compute(new HeapDevice().losses(), new LossBuffers(output, holding((float) t), loss, gradient));
        return new Cost(read(loss), read(gradient));
    }

    private static HeapBuffer holding(float value) {
        HeapBuffer buffer = HeapBuffer.zeros(1);
        buffer.write(0, new float[] {value}, 0, 1);
        return buffer;
    }

    private static float read(HeapBuffer buffer) {
        float[] value = new float[1];
        buffer.read(0, value, 0, 1);
        return value[0];
    }

    private static boolean isProbability(double y) {
        return y > 0 && y < 1;
    }

    private static double logit(double y) {
        return ExactMath.log((float) (y / (1 - y)));
    }

    private record Cost(float loss, float gradient) {}
}
