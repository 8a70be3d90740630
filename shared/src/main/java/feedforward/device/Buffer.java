package feedforward.device;

/**
 * Memory of one {@link Device}: {@code length} float32 values, zero at first. Mutable; only the device that allocated it
 * can run kernels on it. Used by one thread at a time.
 */
public interface Buffer {
    int length();

    /** The {@code length} values from index {@code from} on, as a buffer that shares them. */
    Buffer slice(int from, int length);

    /** Copies {@code count} values of {@code source} from index {@code from} to this buffer from index {@code at}. */
    void write(int at, float[] source, int from, int count);

    /**
     * Writes {@code count} unsigned bytes of {@code source} from index {@code from} to this buffer from index {@code at}: each as
     * byte / 255, rounded to float32, as pixels are in [0, 1].
     */
    void writePixels(int at, byte[] source, int from, int count);

    /** Copies {@code count} values of this buffer from index {@code at} to {@code target} from index {@code to}. */
    void read(int at, float[] target, int to, int count);
}
