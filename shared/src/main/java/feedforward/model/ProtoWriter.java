package feedforward.model;

import feedforward.text.Utf8;
import java.util.Arrays;

/**
 * A protocol-buffer message in the making: fields one behind the other, each its number and wire type as a varint, then its
 * value. A varint has seven bits per byte, the lowest first, and the highest bit set in all bytes but the last. A repeated field is
 * its single fields in order. Mutable.
 * Source: protobuf.dev, "Encoding".
 */
final class ProtoWriter {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private byte[] bytes = new byte[64];
    private int length;

    ProtoWriter integer(int field, long value) {
        return varint((long) field << 3 | VARINT).varint(value);
    }

    ProtoWriter number(int field, float value) {
        varint((long) field << 3 | FIXED_32);
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) {
            append(bits >>> shift);
        }
        return this;
    }

    ProtoWriter text(int field, String value) {
        byte[] text = Utf8.encode(value);
        return bytes(field, text, text.length);
    }

    ProtoWriter message(int field, ProtoWriter value) {
        return bytes(field, value.bytes, value.length);
    }

    /** The tensor's values as bytes: float32, little-endian. */
    ProtoWriter values(int field, StoredTensor tensor) {
        int elements = tensor.shape().elements();
        delimit(field, 4 * elements);
        tensor.store(Dtype.F32, 0, elements, bytes, length);
        length += 4 * elements;
        return this;
    }

    /** Another message's fields behind these. */
    ProtoWriter fields(ProtoWriter other) {
        require(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private ProtoWriter bytes(int field, byte[] value, int count) {
        delimit(field, count);
        System.arraycopy(value, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** Announces {@code count} bytes and makes room for them. */
    private void delimit(int field, int count) {
        varint((long) field << 3 | LENGTH_DELIMITED).varint(count);
        require(count);
    }

    private ProtoWriter varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            append((int) rest | 0x80);
            rest >>>= 7;
        }
        append((int) rest);
        return this;
    }

    private void append(int value) {
        require(1);
        bytes[length++] = (byte) value;
    }

    /** Room for so many bytes more: at least half as much again, so that growing costs little. */
    private void require(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(length, Math.max(more, length / 2)));
        }
    }
}
