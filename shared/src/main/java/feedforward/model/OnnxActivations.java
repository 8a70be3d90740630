package feedforward.model;

import feedforward.device.Activation;

/** {@link Activation}s as ONNX operations. */
final class OnnxActivations {
    private final OnnxGraph graph;

    OnnxActivations(OnnxGraph graph) {
        this.graph = graph;
    }

    /**
     * The name of f(x).
     *
     * @param x the name of a value
     * @param name of the operation that gives the result, unless there is nothing to do
     */
    String apply(Activation activation, String name, String x) {
        return switch (activation) {
            case LINEAR -> x;
            case SIGMOID -> graph.add(OnnxNode.of("Sigmoid", name, x));
            case TANH -> graph.add(OnnxNode.of("Tanh", name, x));
            case RELU -> graph.add(OnnxNode.of("Relu", name, x));
            case LEAKY_RELU -> graph.add(OnnxNode.of("LeakyRelu", name, x).with("alpha", 0.01f));
            case SOFTPLUS -> graph.add(OnnxNode.of("Softplus", name, x));
            case GELU -> gelu(name, x);
        };
    }

    /** The tanh form, which ONNX knows as one operation only from opset 20 on: (½·x)·(1 + tanh((x + 0.044715·x³)·√(2/π))). */
    private String gelu(String name, String x) {
        String square = graph.add(OnnxNode.of("Mul", name + ".square", x, x));
        String cube = graph.add(OnnxNode.of("Mul", name + ".cube", square, x));
        String scaled = graph.add(OnnxNode.of("Mul", name + ".scaled", cube, graph.scalar(0.044715f)));
        String sum = graph.add(OnnxNode.of("Add", name + ".sum", x, scaled));
        String inner = graph.add(OnnxNode.of("Mul", name + ".inner", sum, graph.scalar(0.7978845608f)));
        String tanh = graph.add(OnnxNode.of("Tanh", name + ".tanh", inner));
        String gate = graph.add(OnnxNode.of("Add", name + ".gate", tanh, graph.scalar(1)));
        String half = graph.add(OnnxNode.of("Mul", name + ".half", x, graph.scalar(0.5f)));
        return graph.add(OnnxNode.of("Mul", name, half, gate));
    }
}
