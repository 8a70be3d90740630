package feedforward;

import feedforward.layer.GruSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.RecurrentSpec;
import java.util.Arrays;
import java.util.List;

/**
 * The recurrent layers in double precision, written from the equations step by step and unit by unit: what the engine's results
 * and gradients are compared with. Shares no code with the engine.
 *
 * @param spec of a layer on features
 */
public record DoubleRecurrence(RecurrentSpec spec, int steps, int features) {

    /**
     * Y [n, T, H] of every step from a state of zeros.
     *
     * @param parameters W [F, G·H], U [H, G·H], b and b′ [G·H]
     * @param x [n, T, F]
     */
    public double[] forward(List<double[]> parameters, int n, double[] x) {
        int units = spec.units();
        double[] y = new double[n * steps * units];
        for (int row = 0; row < n; row++) {
            double[] h = new double[units];
            double[] c = new double[units];
            for (int t = 0; t < steps; t++) {
                int from = (row * steps + t) * features;
                double[] ofInput =
                        sums(Arrays.copyOfRange(x, from, from + features), parameters.get(0), parameters.get(2));
                double[] ofState = sums(h, parameters.get(1), parameters.get(3));
                h = step(ofInput, ofState, h, c);
                System.arraycopy(h, 0, y, (row * steps + t) * units, units);
            }
        }
        return y;
    }

    /** The next h; c becomes the next c. */
    private double[] step(double[] ofInput, double[] ofState, double[] h, double[] c) {
        int units = h.length;
        double[] next = new double[units];
        for (int u = 0; u < units; u++) {
            double[] z = new double[ofInput.length / units];
            for (int gate = 0; gate < z.length; gate++) {
                z[gate] = ofInput[gate * units + u] + ofState[gate * units + u];
            }
            if (spec instanceof LstmSpec) {
                c[u] = sigmoid(z[1]) * c[u] + sigmoid(z[0]) * Math.tanh(z[2]);
                next[u] = sigmoid(z[3]) * Math.tanh(c[u]);
            } else if (spec instanceof GruSpec) {
                double candidate = Math.tanh(ofInput[2 * units + u] + sigmoid(z[0]) * ofState[2 * units + u]);
                next[u] = (1 - sigmoid(z[1])) * candidate + sigmoid(z[1]) * h[u];
            } else {
                next[u] = Math.tanh(z[0]);
            }
        }
        return next;
    }

    private static double[] sums(double[] x, double[] weight, double[] bias) {
        double[] z = bias.clone();
        for (int j = 0; j < z.length; j++) {
            for (int p = 0; p < x.length; p++) {
                z[j] += x[p] * weight[p * z.length + j];
            }
        }
        return z;
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
