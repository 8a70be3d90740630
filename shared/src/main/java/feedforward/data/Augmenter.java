package feedforward.data;

import feedforward.device.ExactMath;
import feedforward.tensor.CounterRng;

/**
 * Varies square images as an {@link Augmentation} says. What becomes of an image is a function of (seed, epoch, index of the
 * image) alone. Mutable: keeps scratch images.
 *
 * <p>Each pixel (i, j) of the result takes the value, interpolated between four pixels, of the place that an affine map and a
 * displacement field lead back to; outside of the image there is 0.
 */
final class Augmenter {
    private static final int NUMBERS = 6;

    private final Augmentation augmentation;
    private final int side;
    private final float[] source;
    private final DisplacementField field;

    /** For images of side·side pixels. */
    Augmenter(Augmentation augmentation, int side) {
        this.augmentation = augmentation;
        this.side = side;
        source = new float[side * side];
        field = new DisplacementField(side);
    }

    /** Varies the image at {@code pixels[at …]} in place. */
    void vary(long seed, int epoch, int image, float[] pixels, int at) {
        CounterRng numbers = CounterRng.of(seed, CounterRng.Stream.AUGMENTATION, 2L * epoch);
        if (augmentation.moves()) {
            System.arraycopy(pixels, at, source, 0, source.length);
            move(numbers, seed, epoch, image, pixels, at);
        }
        if (augmentation.stroke() > 0) {
            System.arraycopy(pixels, at, source, 0, source.length);
            changeStroke(augmentation.stroke() * deviation(numbers, image, 5), pixels, at);
        }
    }

    private void move(CounterRng numbers, long seed, int epoch, int image, float[] pixels, int at) {
        boolean bends = augmentation.elastic() > 0;
        if (bends) {
            field.draw(CounterRng.of(seed, CounterRng.Stream.AUGMENTATION, 2L * epoch + 1), image);
        }
        double halfTurns = augmentation.rotation() * deviation(numbers, image, 0) / 180.0;
        float cosine = (float) ExactMath.cosineOfHalfTurns(halfTurns);
        float sine = (float) ExactMath.cosineOfHalfTurns(halfTurns - 0.5);
        float zoom = 1f / (1f + augmentation.scaling() * deviation(numbers, image, 1));
        float shear = augmentation.shear() * deviation(numbers, image, 2);
        float down = augmentation.shift() * deviation(numbers, image, 3);
        float right = augmentation.shift() * deviation(numbers, image, 4);
        float centre = (side - 1) * 0.5f;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                float y = (i - centre - down) * zoom;
                float x = (j - centre - right) * zoom;
                float row = (cosine * y - sine * x) + centre;
                float column = ((sine * y + cosine * x) + shear * y) + centre;
                if (bends) {
                    row = row + augmentation.elastic() * field.down(i, j);
                    column = column + augmentation.elastic() * field.right(i, j);
                }
                pixels[at + i * side + j] = interpolated(row, column);
            }
        }
    }

    /** Blends each pixel with the largest, or the smallest, of itself and its four neighbours. */
    private void changeStroke(float change, float[] pixels, int at) {
        float strength = Math.abs(change);
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                float value = source[i * side + j];
                float extreme =
                        change > 0 ? Math.max(value, largestBeside(i, j)) : Math.min(value, smallestBeside(i, j));
                pixels[at + i * side + j] = value + (extreme - value) * strength;
            }
        }
    }

    private float largestBeside(int i, int j) {
        return Math.max(Math.max(pixel(i - 1, j), pixel(i + 1, j)), Math.max(pixel(i, j - 1), pixel(i, j + 1)));
    }

    private float smallestBeside(int i, int j) {
        return Math.min(Math.min(pixel(i - 1, j), pixel(i + 1, j)), Math.min(pixel(i, j - 1), pixel(i, j + 1)));
    }

    private float interpolated(float row, float column) {
        int i = (int) Math.floor(row);
        int j = (int) Math.floor(column);
        float down = row - i;
        float right = column - j;
        float above = pixel(i, j) + (pixel(i, j + 1) - pixel(i, j)) * right;
        float below = pixel(i + 1, j) + (pixel(i + 1, j + 1) - pixel(i + 1, j)) * right;
        return above + (below - above) * down;
    }

    private float pixel(int i, int j) {
        return i < 0 || j < 0 || i >= side || j >= side ? 0f : source[i * side + j];
    }

    /** Number {@code which} of the image's own, uniform in [−1, 1). */
    private static float deviation(CounterRng numbers, int image, int which) {
        return 2 * numbers.uniform(image * NUMBERS + which) - 1;
    }
}
