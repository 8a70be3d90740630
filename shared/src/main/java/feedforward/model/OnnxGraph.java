package feedforward.model;

import feedforward.tensor.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX graph in the making, {@code GraphProto}: operations in the order in which they run, and the tensors they need,
 * which ONNX calls initialisers. Mutable.
 */
final class OnnxGraph {
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_NAME = 2;
    private static final int GRAPH_INITIALISER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;

    private static final int TENSOR_DIMENSION = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_INTEGER = 7;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;

    private final Map<String, StoredTensor> weights;
    private final ProtoWriter nodes = new ProtoWriter();
    private final ProtoWriter initialisers = new ProtoWriter();
    private final Set<String> names = new HashSet<>();

    /** @param weights of the network, by name, in files' layout */
    OnnxGraph(Map<String, StoredTensor> weights) {
        this.weights = weights;
    }

    /**
     * The network's weights of this name.
     *
     * @throws WeightsException if there are none, or of another shape
     */
    StoredTensor weights(String name, Shape shape) {
        StoredTensor stored = weights.get(name);
        if (stored == null || !stored.shape().equals(shape)) {
            throw new WeightsException("Weights \"" + name + "\": expected shape " + shape + " but "
                    + (stored == null ? "found only " + weights.keySet() : "was " + stored.shape()));
        }
        return stored;
    }

    /** The name of an initialiser that holds the network's weights of the same name, as files do. */
    String stored(String name, Shape shape) {
        return tensor(name, weights(name, shape));
    }

    /** The name of an initialiser that holds these values. */
    String tensor(String name, StoredTensor values) {
        return initialiser(name, OnnxType.FLOAT, values.shape().sizes(), new ProtoWriter().values(TENSOR_RAW, values));
    }

    /** The name of an initialiser that holds one number. */
    String scalar(float value) {
        return tensor("constant " + value, new StoredTensor(Shape.of(), new float[] {value}));
    }

    /** The name of an initialiser that holds whole numbers. */
    String integers(String name, int... values) {
        ProtoWriter integers = new ProtoWriter();
        for (int value : values) {
            integers.integer(TENSOR_INTEGER, value);
        }
        return initialiser(name, OnnxType.INT64, new int[] {values.length}, integers);
    }

    /** Adds an operation with one output, and gives the output's name: that of the operation. */
    String add(OnnxNode node) {
        return add(node, List.of(node.name()));
    }

    /** Adds an operation, and gives the name of the last of its outputs. */
    String add(OnnxNode node, List<String> outputs) {
        nodes.message(GRAPH_NODE, node.message(outputs));
        return outputs.get(outputs.size() - 1);
    }

    /** The message. */
    ProtoWriter message(String name, OnnxType input, OnnxType output) {
        return new ProtoWriter()
                .fields(nodes)
                .text(GRAPH_NAME, name)
                .fields(initialisers)
                .message(GRAPH_INPUT, input.message())
                .message(GRAPH_OUTPUT, output.message());
    }

    private String initialiser(String name, int type, int[] sizes, ProtoWriter values) {
        if (names.add(name)) {
            ProtoWriter tensor = new ProtoWriter();
            for (int size : sizes) {
                tensor.integer(TENSOR_DIMENSION, size);
            }
            tensor.integer(TENSOR_TYPE, type).fields(values).text(TENSOR_NAME, name);
            initialisers.message(GRAPH_INITIALISER, tensor);
        }
        return name;
    }
}
