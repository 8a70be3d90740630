package feedforward.wasm;

import feedforward.device.Buffer;

/** {@code length} float32 values of the kernels' memory from the byte {@code address} on. */
record WasmBuffer(int address, int length) implements Buffer {
    private static final int BYTES = 4;
    private static final int AT_ONCE = 16;

    /** Where a buffer of this device begins. */
    static int at(Buffer buffer) {
        return ((WasmBuffer) buffer).address;
    }

    @Override
    public Buffer slice(int from, int count) {
        return new WasmBuffer(address + BYTES * from, count);
    }

    @Override
    public void write(int at, float[] source, int from, int count) {
        int to = address + BYTES * at;
        int i = from;
        for (; i + AT_ONCE <= from + count; i += AT_ONCE) {
            Kernels.write16(
                    to,
                    source[i],
                    source[i + 1],
                    source[i + 2],
                    source[i + 3],
                    source[i + 4],
                    source[i + 5],
                    source[i + 6],
                    source[i + 7],
                    source[i + 8],
                    source[i + 9],
                    source[i + 10],
                    source[i + 11],
                    source[i + 12],
                    source[i + 13],
                    source[i + 14],
                    source[i + 15]);
            to += BYTES * AT_ONCE;
        }
        for (; i < from + count; i++) {
            Kernels.write(to, source[i]);
            to += BYTES;
        }
    }

    @Override
    public void writePixels(int at, byte[] source, int from, int count) {
        int to = address + BYTES * at;
        int i = from;
        for (; i + AT_ONCE <= from + count; i += AT_ONCE) {
            Kernels.writePixels(to, word(source, i), word(source, i + 4), word(source, i + 8), word(source, i + 12));
            to += BYTES * AT_ONCE;
        }
        for (; i < from + count; i++) {
            Kernels.write(to, (source[i] & 0xff) / 255f);
            to += BYTES;
        }
    }

    /** Four bytes, the first the lowest. */
    private static int word(byte[] source, int from) {
        return source[from] & 0xff
                | (source[from + 1] & 0xff) << 8
                | (source[from + 2] & 0xff) << 16
                | source[from + 3] << 24;
    }

    @Override
    public void read(int at, float[] target, int to, int count) {
        for (int i = 0; i < count; i++) {
            target[to + i] = Kernels.read(address + BYTES * (at + i));
        }
    }
}
