package feedforward.model;

import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.json.JsonFormatException;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.text.Digits;
import java.util.List;

/** What the header says of one tensor: its values are the bytes [begin, end) behind the header, 4 for each element. */
record SafetensorsEntry(String name, Shape shape, long begin, long end) {
    /**
     * @param field the tensor's value in the header
     * @throws SafetensorsException if dtype is not F32, the shape has too many elements, or not 4 bytes for each
     * @throws JsonFormatException if a field is missing, of the wrong type, out of range, or unknown
     */
    static SafetensorsEntry of(String name, JsonField field) {
        JsonFields fields = field.fields();
        requireF32(fields.field("dtype"));
        Shape shape = shape(fields.field("shape"));
        List<JsonField> offsets = fields.field("data_offsets").elements(2, 2);
        fields.rejectUnknown();
        long begin = offsets.get(0).longInteger(0, Long.MAX_VALUE);
        long end = offsets.get(1).longInteger(0, Long.MAX_VALUE);
        long expected = 4L * shape.elements();
        if (end - begin != expected) {
            throw new SafetensorsException(fields.where() + " data_offsets: expected " + Digits.grouped(expected)
                    + " bytes for shape " + shape + " but was [" + Digits.grouped(begin) + ", " + Digits.grouped(end)
                    + "], " + (end < begin ? "which ends before it begins" : Digits.grouped(end - begin) + " bytes"));
        }
        return new SafetensorsEntry(name, shape, begin, end);
    }

    private static void requireF32(JsonField dtype) {
        String text = dtype.text();
        if (!text.equals("F32")) {
            throw new SafetensorsException(dtype.where() + ": expected F32 but was " + Safetensors.quoted(text)
                    + "; convert the tensor to 32-bit floats first");
        }
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
