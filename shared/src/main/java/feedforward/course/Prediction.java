package feedforward.course;

import feedforward.device.ExactMath;
import feedforward.tensor.ShapeException;

/**
 * What softmax(x·W + b) makes of one image, with every number in between: the same sums in the same order as the engine's kernels,
 * so the same bits.
 *
 * <p>Shapes: x [784], sums, logits, exponentials and probabilities [10]. Immutable.
 */
public final class Prediction {
    private static final int CLASSES = NotebookDigits.CLASSES;

    private final DigitWeights weights;
    private final float[] x;
    private final float[] sums = new float[CLASSES];
    private final float[] logits = new float[CLASSES];
    private final float[] exponentials;
    private final float[] probabilities;

    /** @throws ShapeException if x has not 784 values */
    public Prediction(DigitWeights weights, float[] x) {
        if (x.length != NotebookDigits.PIXELS) {
            throw new ShapeException("Prediction x: expected [784] but was [" + x.length + "]");
        }
        this.weights = weights;
        this.x = x.clone();
        for (int j = 0; j < CLASSES; j++) {
            sums[j] = sum(weights, x, j);
            logits[j] = sums[j] + weights.bias(j);
        }
        exponentials = exponentials(logits);
        probabilities = softmax(exponentials);
    }

    /** Σᵢ xᵢ·W[i, j], i ascending from 0: 784 products, each rounded, then added. */
    public static float sum(DigitWeights weights, float[] x, int j) {
        float sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = sum + x[i] * weights.weight(i, j);
        }
        return sum;
    }

    /** exp(zⱼ − max z). Taking the largest away leaves the probabilities as they are, and no exponential can overflow. */
    public static float[] exponentials(float[] z) {
        float max = z[largest(z)];
        float[] e = new float[z.length];
        for (int j = 0; j < z.length; j++) {
            e[j] = ExactMath.exp(z[j] - max);
        }
        return e;
    }

    /** pⱼ = eⱼ / Σ e, so that the ten of them add up to 1. */
    public static float[] softmax(float[] e) {
        float total = total(e);
        float[] p = new float[e.length];
        for (int j = 0; j < e.length; j++) {
            p[j] = e[j] / total;
        }
        return p;
    }

    /** Whether the network's answer, the class with the largest probability, is the label. */
    public static boolean correct(float[] p, int label) {
        return largest(p) == label;
    }

    /** argmax: the place of the largest value, the first if there are several. */
    public static int largest(float[] values) {
        int best = 0;
        for (int j = 1; j < values.length; j++) {
            best = values[j] > values[best] ? j : best;
        }
        return best;
    }

    /** xᵢ·W[i, j], one of the 784 products of class j. */
    public float term(int i, int j) {
        return x[i] * weights.weight(i, j);
    }

    /** Σᵢ xᵢ·W[i, j]. */
    public float sum(int j) {
        return sums[j];
    }

    /** zⱼ = Σᵢ xᵢ·W[i, j] + bⱼ. */
    public float logit(int j) {
        return logits[j];
    }

    /** exp(zⱼ − max z). */
    public float exponential(int j) {
        return exponentials[j];
    }

    /** Σ exp(zⱼ − max z), j ascending. */
    public float total() {
        return total(exponentials);
    }

    public float probability(int j) {
        return probabilities[j];
    }

    /** [10]; a copy. */
    public float[] probabilities() {
        return probabilities.clone();
    }

    /** The network's answer. */
    public int answer() {
        return largest(probabilities);
    }

    private static float total(float[] e) {
        float total = 0;
        for (float value : e) {
            total = total + value;
        }
        return total;
    }
}
