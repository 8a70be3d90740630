package feedforward.course;

import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;

/**
 * One example of a softmax regression small enough to check by hand, in double: p = softmax(x·W + b), C = −Σ y[c]·ln p[c].
 *
 * @param x [4]
 * @param label its class, 0 … 2; y [3] is one-hot
 * @param weights W [4, 3] and then b [3]
 */
public record SoftmaxExample(double[] x, int label, double[] weights) {
    public static final int INPUTS = 4;
    public static final int CLASSES = 3;
    private static final double EPSILON = 1e-6;

    /** The examples that formulas are checked on: of each class one, inputs and weights uniform in [−1, 1) by the seed. */
    public static SoftmaxExample drawn(int label, long seed) {
        CounterRng points = CounterRng.of(seed, CounterRng.Stream.POINTS, label);
        CounterRng starts = CounterRng.of(seed, CounterRng.Stream.WEIGHTS, 0);
        double[] x = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            x[i] = 2 * points.uniform(i) - 1;
        }
        double[] weights = new double[(INPUTS + 1) * CLASSES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 2 * starts.uniform(i) - 1;
        }
        return new SoftmaxExample(x, label, weights);
    }

    /** p [3]. */
    public double[] probabilities() {
        return probabilities(weights);
    }

    /** ∂C/∂W [4, 3] by central differences: (C(w + ε) − C(w − ε)) / 2ε with ε = 10⁻⁶. */
    public Matrix weightSlopes() {
        return slopes(0, Shape.of(INPUTS, CLASSES));
    }

    /** ∂C/∂b [3] in the same way. */
    public Matrix biasSlopes() {
        return slopes(INPUTS * CLASSES, Shape.of(CLASSES));
    }

    Matrix vector(Piece piece) {
        double[] p = probabilities();
        double[] values = new double[piece == Piece.X || piece == Piece.MINUS_X ? INPUTS : CLASSES];
        for (int i = 0; i < values.length; i++) {
            double y = i == label ? 1 : 0;
            values[i] = switch (piece) {
                case X -> x[i];
                case MINUS_X -> -x[i];
                case Y -> y;
                case P -> p[i];
                case P_MINUS_Y -> p[i] - y;
                case Y_MINUS_P -> y - p[i];
                case ONE_MINUS_P -> 1 - p[i];
                case Y_TIMES_ONE_MINUS_P -> y * (1 - p[i]);
                case P_TIMES_ONE_MINUS_P -> p[i] * (1 - p[i]);
                case OUTER, TIMES, NEGATIVE -> throw new IllegalArgumentException("Piece: " + piece + " is no vector");
            };
        }
        return Matrix.vector(values);
    }

    private Matrix slopes(int from, Shape shape) {
        double[] slopes = new double[shape.elements()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (cost(from + i, EPSILON) - cost(from + i, -EPSILON)) / (2 * EPSILON);
        }
        return new Matrix(shape, slopes);
    }

    private double cost(int place, double moved) {
        double[] near = weights.clone();
        near[place] += moved;
        return -DoubleMath.log(probabilities(near)[label]);
    }

    private double[] probabilities(double[] near) {
        double[] scores = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            scores[c] = near[INPUTS * CLASSES + c];
            for (int i = 0; i < INPUTS; i++) {
                scores[c] += x[i] * near[i * CLASSES + c];
            }
        }
        return DoubleMath.softmax(scores);
    }
}
