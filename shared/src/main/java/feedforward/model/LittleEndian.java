package feedforward.model;

/** Bytes filled from the front, numbers lowest byte first. Mutable. */
final class LittleEndian {
    private final byte[] bytes;
    private int at;

    /** Of this length exactly. */
    LittleEndian(int length) {
        bytes = new byte[length];
    }

    LittleEndian int16(int value) {
        bytes[at++] = (byte) value;
        bytes[at++] = (byte) (value >>> 8);
        return this;
    }

    LittleEndian int32(int value) {
        return int16(value).int16(value >>> 16);
    }

    LittleEndian bytes(byte[] content) {
        System.arraycopy(content, 0, bytes, at, content.length);
        at += content.length;
        return this;
    }

    LittleEndian values(StoredTensor tensor) {
        int elements = tensor.shape().elements();
        tensor.store(Dtype.F32, 0, elements, bytes, at);
        at += 4 * elements;
        return this;
    }

    /** All of them; not copied. */
    byte[] bytes() {
        return bytes;
    }
}
