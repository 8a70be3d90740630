package feedforward.model;

import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.json.JsonFormatException;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.text.Digits;
import java.util.List;

/** What the header says of one tensor: its values are the bytes [begin, end) behind the header. */
record SafetensorsEntry(String name, Dtype dtype, Shape shape, long begin, long end) {
    /**
     * @param field the tensor's value in the header
     * @throws SafetensorsException if dtype is neither F32 nor F16, the shape has too many elements, or not 4 or 2 bytes for each
     * @throws JsonFormatException if a field is missing, of the wrong type, out of range, or unknown
     */
    static SafetensorsEntry of(String name, JsonField field) {
        JsonFields fields = field.fields();
        Dtype dtype = dtype(fields.field("dtype"));
        Shape shape = shape(fields.field("shape"));
        List<JsonField> offsets = fields.field("data_offsets").elements(2, 2);
        fields.rejectUnknown();
        long begin = offsets.get(0).longInteger(0, Long.MAX_VALUE);
        long end = offsets.get(1).longInteger(0, Long.MAX_VALUE);
        long expected = (long) dtype.bytes() * shape.elements();
        if (end - begin != expected) {
            throw new SafetensorsException(fields.where() + " data_offsets: expected " + Digits.grouped(expected)
                    + " bytes for shape " + shape + " but was [" + Digits.grouped(begin) + ", " + Digits.grouped(end)
                    + "], " + (end < begin ? "which ends before it begins" : Digits.grouped(end - begin) + " bytes"));
        }
        return new SafetensorsEntry(name, dtype, shape, begin, end);
    }

    private static Dtype dtype(JsonField field) {
        String text = field.text();
        for (Dtype dtype : Dtype.values()) {
            if (dtype.name().equals(text)) {
                return dtype;
            }
        }
        throw new SafetensorsException(field.where() + ": expected F32 or F16 but was " + Safetensors.quoted(text)
                + "; convert the tensor to 32-bit floats first");
    }

    private static Shape shape(JsonField field) {
        List<JsonField> elements = field.elements(0, Safetensors.MAX_RANK);
        int[] sizes = new int[elements.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = elements.get(i).integer(0, Integer.MAX_VALUE);
        }
        try {
            return Shape.of(sizes);
        } catch (ShapeException e) {
            throw new SafetensorsException(field.where() + ": " + e.getMessage(), e);
        }
    }
}
