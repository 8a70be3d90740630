package feedforward.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a protocol-buffer message by number, read without knowing what they mean: whole numbers, and bytes of anything else. */
record ProtoMessage(Map<Integer, List<Object>> fields) {

    static ProtoMessage parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        Map<Integer, List<Object>> fields = new LinkedHashMap<>();
        while (buffer.hasRemaining()) {
            long key = varint(buffer);
            Object value = value((int) key & 7, buffer);
            fields.computeIfAbsent((int) (key >>> 3), number -> new ArrayList<>())
                    .add(value);
        }
        return new ProtoMessage(fields);
    }

    List<Long> integers(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(Long.class::cast)
                .toList();
    }

    List<String> texts(int field) {
        return bytes(field).stream()
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .toList();
    }

    List<ProtoMessage> messages(int field) {
        return bytes(field).stream().map(ProtoMessage::parse).toList();
    }

    private List<byte[]> bytes(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(byte[].class::cast)
                .toList();
    }

    private static Object value(int wireType, ByteBuffer buffer) {
        if (wireType == 0) {
            return varint(buffer);
        }
        byte[] bytes = new byte[wireType == 5 ? 4 : (int) varint(buffer)];
        buffer.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
