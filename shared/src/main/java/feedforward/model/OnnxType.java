package feedforward.model;

import feedforward.tensor.Shape;

/**
 * An input or an output of an ONNX graph, {@code ValueInfoProto}: a tensor whose first dimension, the batch, is called "N".
 *
 * @param elements {@link #FLOAT} or {@link #INT64}
 * @param example the other dimensions
 */
record OnnxType(String name, int elements, Shape example) {
    static final int FLOAT = 1;
    static final int INT64 = 7;

    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_ELEMENTS = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int SHAPE_DIMENSION = 1;
    private static final int DIMENSION_SIZE = 1;
    private static final int DIMENSION_NAME = 2;

    ProtoWriter message() {
        ProtoWriter shape = new ProtoWriter().message(SHAPE_DIMENSION, new ProtoWriter().text(DIMENSION_NAME, "N"));
        for (int size : example.sizes()) {
            shape.message(SHAPE_DIMENSION, new ProtoWriter().integer(DIMENSION_SIZE, size));
        }
        ProtoWriter tensor =
                new ProtoWriter().integer(TENSOR_ELEMENTS, elements).message(TENSOR_SHAPE, shape);
        return new ProtoWriter()
                .text(VALUE_NAME, name)
                .message(VALUE_TYPE, new ProtoWriter().message(TYPE_TENSOR, tensor));
    }
}
