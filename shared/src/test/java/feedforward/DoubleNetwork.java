package feedforward;

import feedforward.device.Activation;
import feedforward.layer.ActivationSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.LayerSpec;
import feedforward.loss.LossKind;
import feedforward.tensor.Parameter;
import feedforward.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A second network in double precision, written from the equations alone: what the engine's float32 results and gradients
 * are compared with. It shares no code with the engine, and takes no shortcut: cross-entropy is −Σ t·ln p of the softmax.
 * Mutable: a gradient check moves its {@link #parameters} about.
 */
public final class DoubleNetwork {
    private final List<LayerSpec> layers;
    private final List<double[]> parameters = new ArrayList<>();

    /** The same layers, with the values that the engine's parameters have now. */
    public DoubleNetwork(List<LayerSpec> layers, List<Parameter> parameters) {
        this.layers = layers;
        for (Parameter parameter : parameters) {
            this.parameters.add(doubles(parameter.value()));
        }
    }

    /** W [in, out] and b [out] of each dense layer in turn. */
    public List<double[]> parameters() {
        return parameters;
    }

    /** The mean loss of n examples. */
    public double loss(LossKind kind, int n, double[] x, double[] t) {
        double[] y = forward(n, x);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += switch (kind) {
                case SQUARED_ERROR -> (y[i] - t[i]) * (y[i] - t[i]) / 2;
                case CROSS_ENTROPY -> t[i] == 0 ? 0 : -t[i] * Math.log(y[i]);
                case BINARY_CROSS_ENTROPY -> -t[i] * Math.log(y[i]) - (1 - t[i]) * Math.log(1 - y[i]);
                case ABSOLUTE_ERROR -> Math.abs(y[i] - t[i]);
                case HUBER ->
                    Math.abs(y[i] - t[i]) <= 1 ? (y[i] - t[i]) * (y[i] - t[i]) / 2 : Math.abs(y[i] - t[i]) - 0.5;
            };
        }
        return sum / n;
    }

    /** Y [n, outputs]. */
    public double[] forward(int n, double[] x) {
        double[] y = x;
        int parameter = 0;
        for (LayerSpec layer : layers) {
            if (layer instanceof DenseSpec dense) {
                y = dense(dense.activation(), n, y, parameters.get(parameter), parameters.get(parameter + 1));
                parameter += 2;
            } else if (layer instanceof ActivationSpec alone) {
                y = Arrays.stream(y).map(z -> activated(alone.activation(), z)).toArray();
            } else {
                y = softmax(n, y);
            }
        }
        return y;
    }

    public static double[] doubles(Tensor tensor) {
        float[] values = tensor.toArray();
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static double[] dense(Activation f, int n, double[] x, double[] weight, double[] bias) {
        int out = bias.length;
        int in = weight.length / out;
        double[] y = new double[n * out];
        for (int i = 0; i < y.length; i++) {
            double z = bias[i % out];
            for (int p = 0; p < in; p++) {
                z += x[i / out * in + p] * weight[p * out + i % out];
            }
            y[i] = activated(f, z);
        }
        return y;
    }

    /** f(z). */
    public static double activated(Activation f, double z) {
        return switch (f) {
            case LINEAR -> z;
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            case TANH -> Math.tanh(z);
            case RELU -> Math.max(z, 0);
            case LEAKY_RELU -> Math.max(z, 0.01 * z);
            case SOFTPLUS -> Math.log(1 + Math.exp(z));
            case GELU -> z / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
        };
    }

    private static double[] softmax(int n, double[] z) {
        int classes = z.length / n;
        double[] y = new double[z.length];
        for (int row = 0; row < n; row++) {
            double sum = 0;
            for (int c = row * classes; c < (row + 1) * classes; c++) {
                sum += Math.exp(z[c]);
            }
            for (int c = row * classes; c < (row + 1) * classes; c++) {
                y[c] = Math.exp(z[c]) / sum;
            }
        }
        return y;
    }
}
