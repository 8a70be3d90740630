package feedforward.model;

import java.util.List;

/**
 * One operation of an ONNX graph, {@code NodeProto}, with its attributes added one by one. Mutable while it is put together.
 *
 * @param operation such as "Gemm"
 * @param name also that of its output
 * @param inputs names of values and initialisers; "" for one left out
 */
record OnnxNode(String operation, String name, List<String> inputs, ProtoWriter attributes) {
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_NAME = 3;
    private static final int NODE_OPERATION = 4;
    private static final int NODE_ATTRIBUTE = 5;

    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_FLOAT = 2;
    private static final int ATTRIBUTE_INT = 3;
    private static final int ATTRIBUTE_INTS = 8;
    private static final int ATTRIBUTE_STRINGS = 9;
    private static final int ATTRIBUTE_TYPE = 20;

    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int INTS = 7;
    private static final int STRINGS = 8;

    static OnnxNode of(String operation, String name, String... inputs) {
        return new OnnxNode(operation, name, List.of(inputs), new ProtoWriter());
    }

    OnnxNode with(String attribute, float value) {
        return add(attribute, FLOAT, new ProtoWriter().number(ATTRIBUTE_FLOAT, value));
    }

    OnnxNode with(String attribute, int value) {
        return add(attribute, INT, new ProtoWriter().integer(ATTRIBUTE_INT, value));
    }

    OnnxNode withAll(String attribute, int... values) {
        ProtoWriter ints = new ProtoWriter();
        for (int value : values) {
            ints.integer(ATTRIBUTE_INTS, value);
        }
        return add(attribute, INTS, ints);
    }

    OnnxNode withAll(String attribute, String... values) {
        ProtoWriter strings = new ProtoWriter();
        for (String value : values) {
            strings.text(ATTRIBUTE_STRINGS, value);
        }
        return add(attribute, STRINGS, strings);
    }

    /** @param outputs names of its values; "" for one left out */
    ProtoWriter message(List<String> outputs) {
        ProtoWriter node = new ProtoWriter();
        inputs.forEach(input -> node.text(NODE_INPUT, input));
        outputs.forEach(output -> node.text(NODE_OUTPUT, output));
        return node.text(NODE_NAME, name).text(NODE_OPERATION, operation).fields(attributes);
    }

    private OnnxNode add(String attribute, int type, ProtoWriter value) {
        attributes.message(
                NODE_ATTRIBUTE,
                new ProtoWriter().text(ATTRIBUTE_NAME, attribute).fields(value).integer(ATTRIBUTE_TYPE, type));
        return this;
    }
}
