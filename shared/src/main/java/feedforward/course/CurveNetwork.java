package feedforward.course;

import feedforward.device.ExactMath;
import feedforward.model.Network;
import feedforward.tensor.Parameter;
import java.util.List;

/**
 * The weights of a 1-H-1 tanh network at one moment, unit by unit: h[j] = tanh(x·w[j] + b[j]), y = tanh((Σⱼ h[j]·v[j]) + c), j
 * ascending, each operation rounded to float32 as {@link feedforward.layer.Dense} rounds it. Immutable.
 */
public final class CurveNetwork {
    private final float[] w;
    private final float[] b;
    private final float[] v;
    private final float c;

    private CurveNetwork(float[] w, float[] b, float[] v, float c) {
        this.w = w;
        this.b = b;
        this.v = v;
        this.c = c;
    }

    /** A copy of the weights of two dense layers. */
    static CurveNetwork of(Network network) {
        List<Parameter> parameters = network.parameters();
        return new CurveNetwork(
                parameters.get(0).value().toArray(),
                parameters.get(1).value().toArray(),
                parameters.get(2).value().toArray(),
                parameters.get(3).value().toArray()[0]);
    }

    /** H. */
    public int hidden() {
        return w.length;
    }

    /** w, b of each hidden unit, v of each, and c: 3·H + 1. */
    public int parameters() {
        return parameters(hidden());
    }

    /** The number of parameters with so many hidden units. */
    public static int parameters(int hidden) {
        return 3 * hidden + 1;
    }

    /** y at a place x. */
    public float output(float x) {
        float sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum = sum + unit(j, x) * v[j];
        }
        return ExactMath.tanh(sum + c);
    }

    /** What unit j adds to the sum before the last tanh: v[j]·tanh(x·w[j] + b[j]). */
    public float share(int j, float x) {
        return unit(j, x) * v[j];
    }

    /** w[j]: how steep unit j is in x. */
    public float weight(int j) {
        return w[j];
    }

    public float bias(int j) {
        return b[j];
    }

    /** v[j]: how much of unit j goes into the sum. */
    public float outputWeight(int j) {
        return v[j];
    }

    /** c. */
    public float outputBias() {
        return c;
    }

    /** y at each of these places. */
    public float[] outputs(float[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = output(x[i]);
        }
        return y;
    }

    private float unit(int j, float x) {
        return ExactMath.tanh(x * w[j] + b[j]);
    }
}
