package feedforward.course;

import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.RescaleSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.NetworkSpec;
import feedforward.model.StoredTensor;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The 7,850 parameters of softmax(x·W + b): W [784, 10], row-major, and b [10]. Immutable: the arrays are copied on the way in and
 * out.
 */
public final class DigitWeights {
    private static final int PIXELS = NotebookDigits.PIXELS;
    private static final int CLASSES = NotebookDigits.CLASSES;

    private final float[] w;
    private final float[] b;

    /** @throws ShapeException unless there are 7,840 weights and 10 biases */
    public DigitWeights(float[] w, float[] b) {
        if (w.length != PIXELS * CLASSES || b.length != CLASSES) {
            throw new ShapeException("DigitWeights: expected W [784, 10] and b [10] but was " + w.length + " and "
                    + b.length + " values");
        }
        this.w = w.clone();
        this.b = b.clone();
    }

    /** Each weight and bias uniform in [−½, ½), a function of the seed alone. */
    public static DigitWeights random(long seed) {
        CounterRng random = CounterRng.of(seed, CounterRng.Stream.WEIGHTS, 0);
        float[] w = new float[PIXELS * CLASSES];
        for (int i = 0; i < w.length; i++) {
            w[i] = random.uniform(i) - 0.5f;
        }
        float[] b = new float[CLASSES];
        for (int j = 0; j < b.length; j++) {
            b[j] = random.uniform(w.length + j) - 0.5f;
        }
        return new DigitWeights(w, b);
    }

    /** W[i, j]: what pixel i says for digit j. */
    public float weight(int i, int j) {
        return w[i * CLASSES + j];
    }

    public float bias(int j) {
        return b[j];
    }

    /** The same function as a network of the engine's, which takes pixels as p / 255: the first layer multiplies them by 255/256. */
    public static NetworkSpec network() {
        return new NetworkSpec(
                Shape.of(PIXELS),
                List.of(new RescaleSpec(0, 256f / 255f), new DenseSpec(CLASSES, Activation.LINEAR), new SoftmaxSpec()));
    }

    /** The weights of {@link #network}, by name, W transposed as files have it. */
    public Map<String, StoredTensor> stored() {
        float[] transposed = new float[w.length];
        for (int i = 0; i < PIXELS; i++) {
            for (int j = 0; j < CLASSES; j++) {
                transposed[j * PIXELS + i] = w[i * CLASSES + j];
            }
        }
        Map<String, StoredTensor> stored = new LinkedHashMap<>();
        stored.put("fc1.weight", new StoredTensor(Shape.of(CLASSES, PIXELS), transposed));
        stored.put("fc1.bias", new StoredTensor(Shape.of(CLASSES), b));
        return stored;
    }
}
