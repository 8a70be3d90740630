package feedforward.course;

import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.model.StoredTensor;
import feedforward.tensor.Shape;
import java.util.List;
import java.util.Map;

/**
 * The sizes of a network with one hidden layer: H = tanh(X·W₁ + b₁), Y = H·W₂ + b₂.
 *
 * <p>Shapes: X [examples, inputs], W₁ [inputs, hidden], b₁ [hidden], H [examples, hidden], W₂ [hidden, outputs], b₂ [outputs],
 * Y [examples, outputs].
 */
public record TwoLayers(int examples, int inputs, int hidden, int outputs) {
    private static final long SEED = 1;

    /** inputs·hidden + hidden + hidden·outputs + outputs: the weights and biases. */
    public long parameters() {
        return spec().parameters();
    }

    /** The initial weights [layer][from][to] that the engine draws, W₁ then W₂; the biases begin at zero. */
    public double[][][] weights() {
        Map<String, StoredTensor> weights =
                Network.build(spec(), new HeapDevice(), 1, SEED).weights();
        return new double[][][] {
            matrix(weights.get("fc1.weight"), inputs, hidden), matrix(weights.get("fc2.weight"), hidden, outputs)
        };
    }

    private NetworkSpec spec() {
        return new NetworkSpec(
                Shape.of(inputs),
                List.of(new DenseSpec(hidden, Activation.TANH), new DenseSpec(outputs, Activation.LINEAR)));
    }

    /** In files a matrix [rows, columns] lies as [columns, rows]. */
    private static double[][] matrix(StoredTensor tensor, int rows, int columns) {
        float[] values = tensor.values();
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < values.length; i++) {
            matrix[i % rows][i / rows] = values[i];
        }
        return matrix;
    }
}
