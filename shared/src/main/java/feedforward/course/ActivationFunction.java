package feedforward.course;

import feedforward.device.Activation;
import feedforward.device.HeapBuffer;
import feedforward.device.HeapDevice;
import feedforward.device.Rows;

/** The activation functions of the course's gallery, as functions of one sum z, computed by the engine. */
public enum ActivationFunction {
    /** f(z) = z. */
    LINEAR("linear", "Linear"),
    /** f(z) = 1 / (1 + e⁻ᶻ). */
    SIGMOID("sigmoid", "Sigmoid"),
    /** f(z) = tanh z. */
    TANH("tanh", "Tanh"),
    /** f(z) = max(z, 0). */
    RELU("relu", "ReLU"),
    /** f(z) = z where z > 0, else 0.01·z. */
    LEAKY_RELU("leaky-relu", "Leaky ReLU"),
    /** f(z) = ln(1 + eᶻ). */
    SOFTPLUS("softplus", "Softplus"),
    /** f(z) = z·Φ(z), in its tanh form. */
    GELU("gelu", "GELU"),
    /** f(z) = eᶻ / (eᶻ + 1 + 1): the first of three probabilities, the two other scores being 0; f′ = f·(1 − f). */
    SOFTMAX("softmax", "Softmax") {
        @Override
        public float value(float z) {
            return softmax(z);
        }

        @Override
        public float slope(float z) {
            HeapBuffer p = HeapBuffer.zeros(SCORES);
            HeapBuffer gradient = HeapBuffer.zeros(SCORES);
            gradient.write(0, new float[] {1}, 0, 1);
            scores(z, p);
            new HeapDevice().elements().softmaxGradient(new Rows(1, SCORES), p, gradient, gradient);
            return first(gradient);
        }
    };

    private static final int SCORES = 3;

    private final String id;
    private final String title;

    ActivationFunction(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** In links and roles. */
    public String id() {
        return id;
    }

    /** As it is called. */
    public String title() {
        return title;
    }

    /** f(z). */
    public float value(float z) {
        return activation().apply(z);
    }

    /** f′(z). */
    public float slope(float z) {
        Activation f = activation();
        return f.gradient(f.gradientNeedsInput() ? z : f.apply(z), 1);
    }

    /** Whether a change of z hardly comes through: |f′(z)| < 0.05. */
    public boolean isFlat(float z) {
        return Math.abs(slope(z)) < 0.05f;
    }

    private Activation activation() {
        return Activation.valueOf(name());
    }

    private static float softmax(float z) {
        HeapBuffer p = HeapBuffer.zeros(SCORES);
        scores(z, p);
        return first(p);
    }

    private static void scores(float z, HeapBuffer p) {
        p.write(0, new float[] {z, 0, 0}, 0, SCORES);
        new HeapDevice().elements().softmax(new Rows(1, SCORES), p, p);
    }

    private static float first(HeapBuffer buffer) {
        float[] one = new float[1];
        buffer.read(0, one, 0, 1);
        return one[0];
    }
}
