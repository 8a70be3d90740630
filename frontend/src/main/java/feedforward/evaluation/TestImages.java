package feedforward.evaluation;

import java.util.Arrays;

/** The test digits as pictures. Immutable. */
final class TestImages {
    private static final int PIXELS = 784;
    private static final float LARGEST = 255;

    private final byte[] digits;
    private final int count;

    /** @param digits the pixels, an image behind the other, then the labels; used as it is */
    TestImages(byte[] digits) {
        this.digits = digits;
        count = digits.length / (PIXELS + 1);
    }

    byte[] labels() {
        return Arrays.copyOfRange(digits, count * PIXELS, digits.length);
    }

    /** x [784] = byte / 255. */
    float[] image(int index) {
        float[] x = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            x[i] = (digits[index * PIXELS + i] & 0xff) / LARGEST;
        }
        return x;
    }
}
