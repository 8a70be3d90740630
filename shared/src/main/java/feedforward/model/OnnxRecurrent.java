package feedforward.model;

import feedforward.layer.EmbeddingSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.RecurrentSpec;
import feedforward.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Layers on sequences as ONNX operations, of which each begins with a state of zeros. ONNX has time first, [T, N, …], one matrix
 * for each direction, and the biases of input and state in one row.
 */
final class OnnxRecurrent {
    /** Where ONNX's gates i, o, f, c stand among PyTorch's i, f, g, o. */
    private static final int[] LSTM_GATES = {0, 3, 1, 2};

    /** Where ONNX's gates z, r, h stand among PyTorch's r, z, n. */
    private static final int[] GRU_GATES = {1, 0, 2};

    private static final int[] ONE_GATE = {0};

    private final OnnxGraph graph;

    OnnxRecurrent(OnnxGraph graph) {
        this.graph = graph;
    }

    String embedding(String name, EmbeddingSpec embedding, String ids) {
        String weight = graph.stored(name + ".weight", Shape.of(embedding.vocabulary(), embedding.units()));
        return graph.add(OnnxNode.of("Gather", name, weight, ids));
    }

    String add(String name, RecurrentSpec layer, String x, Shape input) {
        String timeFirst = graph.add(OnnxNode.of("Transpose", name + ".timeFirst", features(name, layer, x))
                .withAll("perm", 1, 0, 2));
        OnnxNode node = node(name, layer, timeFirst, layer.features(input)).with("hidden_size", layer.units());
        if (!layer.returnSequences()) {
            String last = graph.add(node, List.of("", name + ".last"));
            return graph.add(OnnxNode.of("Squeeze", name, last, graph.integers("axis 0", 0)));
        }
        String all = graph.add(node, List.of(name + ".all"));
        String oneDirection =
                graph.add(OnnxNode.of("Squeeze", name + ".oneDirection", all, graph.integers("axis 1", 1)));
        return graph.add(OnnxNode.of("Transpose", name, oneDirection).withAll("perm", 1, 0, 2));
    }

    /** What ids stand for: one 1 among zeros. */
    private String features(String name, RecurrentSpec layer, String x) {
        if (layer.vocabulary() == 0) {
            return x;
        }
        String depth = graph.integers(name + ".vocabulary", layer.vocabulary());
        String offAndOn = graph.tensor("off and on", new StoredTensor(Shape.of(2), new float[] {0, 1}));
        return graph.add(OnnxNode.of("OneHot", name + ".oneHot", x, depth, offAndOn));
    }

    private OnnxNode node(String name, RecurrentSpec layer, String x, int features) {
        if (layer instanceof LstmSpec) {
            return cell("LSTM", name, layer, x, features, LSTM_GATES);
        }
        if (layer instanceof GruSpec) {
            return cell("GRU", name, layer, x, features, GRU_GATES).with("linear_before_reset", 1);
        }
        return cell("RNN", name, layer, x, features, ONE_GATE);
    }

    private OnnxNode cell(String operation, String name, RecurrentSpec layer, String x, int features, int[] gates) {
        int h = layer.units();
        int sums = gates.length * h;
        float[] input = reordered(name + ".weight_ih_l0", Shape.of(sums, features), gates);
        float[] state = reordered(name + ".weight_hh_l0", Shape.of(sums, h), gates);
        float[] inputBias = reordered(name + ".bias_ih_l0", Shape.of(sums), gates);
        float[] stateBias = reordered(name + ".bias_hh_l0", Shape.of(sums), gates);
        float[] biases = Arrays.copyOf(inputBias, 2 * sums);
        System.arraycopy(stateBias, 0, biases, sums, sums);
        return OnnxNode.of(
                operation,
                name + ".steps",
                x,
                graph.tensor(name + ".W", new StoredTensor(Shape.of(1, sums, features), input)),
                graph.tensor(name + ".R", new StoredTensor(Shape.of(1, sums, h), state)),
                graph.tensor(name + ".B", new StoredTensor(Shape.of(1, 2 * sums), biases)));
    }

    /** The network's weights of this name and shape, whose first axis is gate by gate, with the gates in ONNX's order. */
    private float[] reordered(String name, Shape shape, int[] gates) {
        float[] stored = graph.weights(name, shape).values();
        int block = stored.length / gates.length;
        float[] ordered = new float[stored.length];
        for (int gate = 0; gate < gates.length; gate++) {
            System.arraycopy(stored, gates[gate] * block, ordered, gate * block, block);
        }
        return ordered;
    }
}
