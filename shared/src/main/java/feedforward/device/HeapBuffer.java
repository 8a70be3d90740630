package feedforward.device;

/** Memory of devices whose kernels run on Java arrays: {@code length} values of an array from {@code offset} on. */
public record HeapBuffer(float[] array, int offset, int length) implements Buffer {

    public static HeapBuffer zeros(int length) {
        return new HeapBuffer(new float[length], 0, length);
    }

    /** What such a device's kernels make of a buffer: it is one of theirs. */
    public static HeapBuffer of(Buffer buffer) {
        return (HeapBuffer) buffer;
    }

    static float get(Buffer buffer, int i) {
        HeapBuffer values = of(buffer);
        return values.array[values.offset + i];
    }

    static void set(Buffer buffer, int i, float value) {
        HeapBuffer values = of(buffer);
        values.array[values.offset + i] = value;
    }

    @Override
    public HeapBuffer slice(int from, int count) {
        return new HeapBuffer(array, offset + from, count);
    }

    @Override
    public void write(int at, float[] source, int from, int count) {
        System.arraycopy(source, from, array, offset + at, count);
    }

    @Override
    public void read(int at, float[] target, int to, int count) {
        System.arraycopy(array, offset + at, target, to, count);
    }
}
