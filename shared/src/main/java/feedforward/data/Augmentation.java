package feedforward.data;

/**
 * How training images are varied, anew for each epoch, so that a network sees more of what a class may look like. Every number
 * is the largest deviation; what an image gets is uniform between − and +.
 *
 * @param rotation in degrees, 0 … 45
 * @param scaling of each side's length, 0 … 0.5: 0.12 is from 88 % to 112 %
 * @param shear columns per row, 0 … 1
 * @param shift in pixels, 0 … 10
 * @param elastic root mean square of the displacement by a smooth random field, in pixels, 0 … 5 (Simard, Steinkraus and Platt
 *     2003)
 * @param stroke how much wider or thinner the ink is, 0 … 1: at 1 each pixel takes the largest or smallest of its neighbours
 * @param plainEpochs the last epochs of a run, which see the images as they are
 */
public record Augmentation(
        float rotation, float scaling, float shear, float shift, float elastic, float stroke, int plainEpochs) {
    public static final float MOST_ROTATION = 45;
    public static final float MOST_SCALING = 0.5f;
    public static final float MOST_SHEAR = 1;
    public static final float MOST_SHIFT = 10;
    public static final float MOST_ELASTIC = 5;

    /** The images as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException if a number is out of range */
    public Augmentation {
        require("rotation", rotation, MOST_ROTATION);
        require("scaling", scaling, MOST_SCALING);
        require("shear", shear, MOST_SHEAR);
        require("shift", shift, MOST_SHIFT);
        require("elastic", elastic, MOST_ELASTIC);
        require("stroke", stroke, 1);
        if (plainEpochs < 0) {
            throw new IllegalArgumentException("Augmentation plainEpochs: expected 0 or more but was " + plainEpochs);
        }
    }

    /** Whether the images of this epoch, from 0, of so many in all are varied. */
    public boolean applies(int epoch, int epochs) {
        return epoch < epochs - plainEpochs && (rotation + scaling + shear + shift + elastic + stroke) > 0;
    }

    /** Whether each pixel moves: else the ink changes at most. */
    boolean moves() {
        return rotation + scaling + shear + shift + elastic > 0;
    }

    private static void require(String field, float value, float most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "Augmentation " + field + ": expected a number in [0, " + most + "] but was " + value);
        }
    }
}
