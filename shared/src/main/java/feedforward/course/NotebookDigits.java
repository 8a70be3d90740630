package feedforward.course;

/**
 * MNIST as the course's notebook has it: of the file's 60,000 training images the last 10,000 are set aside to choose by, and a pixel
 * p in 0 … 255 becomes x = p / 256. Since 256 is a power of two, each x is exact in float32; the largest is 255/256 = 0.99609375.
 */
public final class NotebookDigits {
    public static final int TRAINING = 50_000;
    public static final int SIDE = 28;
    public static final int PIXELS = SIDE * SIDE;
    public static final int CLASSES = 10;

    private NotebookDigits() {}

    /** Steps in an epoch: ⌈50,000 / batch⌉. */
    public static int stepsPerEpoch(int batch) {
        return (TRAINING + batch - 1) / batch;
    }

    /** x [n] = p / 256 for unsigned bytes p [n]. */
    public static float[] scaled(byte[] pixels) {
        float[] x = new float[pixels.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (pixels[i] & 0xff) / 256f;
        }
        return x;
    }
}
