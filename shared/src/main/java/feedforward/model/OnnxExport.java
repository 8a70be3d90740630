package feedforward.model;

import feedforward.layer.LayerSpec;
import feedforward.tensor.Shape;
import java.util.Iterator;
import java.util.Map;

/**
 * A network with its weights as an ONNX model file, opset 17, IR version 8, for batches of any size.
 *
 * <p>The graph takes {@code input} and gives {@code output}. Their first dimension is called "N"; the others are the network's
 * own, [784] or [time steps, features], but images have their channels first, as in PyTorch: [28, 28, 1] is [N, 1, 28, 28]
 * there. Ids are int64. The weights keep their names and layouts, except those of recurrent layers, whose gates ONNX orders
 * otherwise.
 * Source: the format's description, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto, and docs/Operators.md there.
 */
public final class OnnxExport {
    public static final int OPSET = 17;
    public static final int IR_VERSION = 8;
    public static final String INPUT = "input";
    public static final String OUTPUT = "output";
    public static final String PRODUCER = "feedforward";

    private static final int MODEL_IR_VERSION = 1;
    private static final int MODEL_PRODUCER = 2;
    private static final int MODEL_VERSION = 5;
    private static final int MODEL_GRAPH = 7;
    private static final int MODEL_OPSET = 8;
    private static final int MODEL_METADATA = 14;
    private static final int OPSET_VERSION = 2;
    private static final int METADATA_KEY = 1;
    private static final int METADATA_VALUE = 2;

    private OnnxExport() {}

    /**
     * The file.
     *
     * @param weights by name, in files' layout
     * @param metadata texts about the model
     * @throws WeightsException if the weights do not fit the network
     */
    public static byte[] write(NetworkSpec network, Map<String, StoredTensor> weights, Map<String, String> metadata) {
        ProtoWriter model = new ProtoWriter()
                .integer(MODEL_IR_VERSION, IR_VERSION)
                .text(MODEL_PRODUCER, PRODUCER)
                .integer(MODEL_VERSION, 1)
                .message(MODEL_GRAPH, graph(network, weights))
                .message(MODEL_OPSET, new ProtoWriter().integer(OPSET_VERSION, OPSET));
        metadata.forEach((key, value) -> model.message(
                MODEL_METADATA, new ProtoWriter().text(METADATA_KEY, key).text(METADATA_VALUE, value)));
        return model.toBytes();
    }

    /** The shape that an example of this shape in memory has in the graph: an image's channels come first. */
    public static Shape onnxShape(Shape example) {
        return example.rank() == 3 ? Shape.of(example.size(2), example.size(0), example.size(1)) : example;
    }

    private static ProtoWriter graph(NetworkSpec network, Map<String, StoredTensor> weights) {
        OnnxGraph graph = new OnnxGraph(weights);
        OnnxLayers layers = new OnnxLayers(graph);
        Iterator<String> names = network.layerNames().iterator();
        String value = INPUT;
        Shape shape = network.input();
        for (LayerSpec layer : network.layers()) {
            value = layers.add(names.next(), layer, value, shape);
            shape = layer.output(shape);
        }
        graph.add(OnnxNode.of("Identity", OUTPUT, value));
        return graph.message(
                PRODUCER,
                new OnnxType(
                        INPUT, network.vocabulary() > 0 ? OnnxType.INT64 : OnnxType.FLOAT, onnxShape(network.input())),
                new OnnxType(OUTPUT, OnnxType.FLOAT, onnxShape(shape)));
    }
}
