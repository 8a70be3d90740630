package feedforward.course;

import java.util.List;

/**
 * The network that backpropagation is shown on, in double: two inputs, three tanh units, two probabilities.
 *
 * <p>z[j] = b[j] + Σᵢ x[i]·w[i,j], h[j] = tanh z[j]; s[k] = c[k] + Σⱼ h[j]·v[j,k], p = softmax(s). The cost of an example whose
 * class is t: C = −ln p[t].
 */
public final class SmallNetwork {
    public static final int INPUTS = 2;
    public static final int HIDDEN = 3;
    public static final int OUTPUTS = 2;
    public static final int PARAMETERS = 17;

    private static final int B = INPUTS * HIDDEN;
    private static final int V = B + HIDDEN;
    private static final int C = V + HIDDEN * OUTPUTS;
    private static final double EPSILON = 1e-6;
    private static final String SUBSCRIPTS = "₁₂₃";

    private final double[] values;

    private SmallNetwork(double[] values) {
        this.values = values;
    }

    /**
     * @param values w [2, 3], b [3], v [3, 2], c [2], one behind the other
     * @throws IllegalArgumentException if there are not 17
     */
    public static SmallNetwork of(List<Double> values) {
        if (values.size() != PARAMETERS) {
            throw new IllegalArgumentException(
                    "SmallNetwork values: expected " + PARAMETERS + " but was " + values.size());
        }
        return new SmallNetwork(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The place of w[i, j] among the parameters. */
    public static int w(int i, int j) {
        return i * HIDDEN + j;
    }

    /** The place of b[j]. */
    public static int b(int j) {
        return B + j;
    }

    /** The place of v[j, k]. */
    public static int v(int j, int k) {
        return V + j * OUTPUTS + k;
    }

    /** The place of c[k]. */
    public static int c(int k) {
        return C + k;
    }

    /** As formulas write the parameter at this place: w₁₂ leads from input 1 to hidden unit 2. */
    public static String name(int place) {
        if (place < B) {
            return "w" + subscript(place / HIDDEN) + subscript(place % HIDDEN);
        }
        if (place < V) {
            return "b" + subscript(place - B);
        }
        return place < C
                ? "v" + subscript((place - V) / OUTPUTS) + subscript((place - V) % OUTPUTS)
                : "c" + subscript(place - C);
    }

    static String subscript(int index) {
        return SUBSCRIPTS.substring(index, index + 1);
    }

    public double value(int place) {
        return values[place];
    }

    /** C of one example. */
    public double cost(Example example) {
        return -DoubleMath.log(probabilities(hidden(example))[example.target()]);
    }

    /** ∂C/∂θ of the parameter at this place by central differences: (C(θ + ε) − C(θ − ε)) / 2ε with ε = 10⁻⁶. */
    public double slope(int place, Example example) {
        return (moved(place, EPSILON).cost(example) - moved(place, -EPSILON).cost(example)) / (2 * EPSILON);
    }

    /** z [3]. */
    double[] sums(Example example) {
        double[] z = new double[HIDDEN];
        for (int j = 0; j < HIDDEN; j++) {
            z[j] = values[b(j)] + example.x1() * values[w(0, j)] + example.x2() * values[w(1, j)];
        }
        return z;
    }

    /** h [3]. */
    double[] hidden(Example example) {
        double[] h = sums(example);
        for (int j = 0; j < HIDDEN; j++) {
            h[j] = DoubleMath.tanh(h[j]);
        }
        return h;
    }

    /** s [2]. */
    double[] scores(double[] h) {
        double[] s = new double[OUTPUTS];
        for (int k = 0; k < OUTPUTS; k++) {
            s[k] = values[c(k)];
            for (int j = 0; j < HIDDEN; j++) {
                s[k] += h[j] * values[v(j, k)];
            }
        }
        return s;
    }

    private double[] probabilities(double[] h) {
        return DoubleMath.softmax(scores(h));
    }

    private SmallNetwork moved(int place, double by) {
        double[] other = values.clone();
        other[place] += by;
        return new SmallNetwork(other);
    }

    /** One example: where it lies and its class, 0 or 1. */
    public record Example(double x1, double x2, int target) {
        double x(int i) {
            return i == 0 ? x1 : x2;
        }
    }
}
