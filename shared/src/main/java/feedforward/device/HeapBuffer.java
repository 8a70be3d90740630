package feedforward.device;

/** Memory of devices whose kernels run on Java arrays: {@code length} values of an array from {@code offset} on. */
public record HeapBuffer(float[] array, int offset, int length) implements Buffer {
    private static final float[] PIXELS = new float[256];

    static {
        for (int value = 0; value < 256; value++) {
            PIXELS[value] = value / 255f;
        }
    }

    public static HeapBuffer zeros(int length) {
        return over(new float[length]);
    }

    /** The values of an array, all of them. */
    public static HeapBuffer over(float[] array) {
        return new HeapBuffer(array, 0, array.length);
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
    public void writePixels(int at, byte[] source, int from, int count) {
        float[] values = PIXELS;
        int to = offset + at;
        for (int i = 0; i < count; i++) {
            array[to + i] = values[source[from + i] & 0xff];
        }
    }

    @Override
    public void read(int at, float[] target, int to, int count) {
        System.arraycopy(array, offset + at, target, to, count);
    }
}
