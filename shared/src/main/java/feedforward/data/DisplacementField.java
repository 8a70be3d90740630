package feedforward.data;

import feedforward.device.ExactMath;
import feedforward.tensor.CounterRng;

/**
 * Two smooth random fields over a square image, one for each direction, with a root mean square of 1 in the middle of a large
 * image: uniform noise, blurred by a Gauss curve of 4 pixels (Simard, Steinkraus and Platt 2003). Mutable: holds the field
 * drawn last.
 */
final class DisplacementField {
    private static final float SIGMA = 4;
    private static final int RADIUS = 10;

    private final int side;
    private final int wide;
    private final float[] curve = new float[2 * RADIUS + 1];
    private final float[] noise;
    private final float[] blurredRows;
    private final float[] down;
    private final float[] right;

    DisplacementField(int side) {
        this.side = side;
        wide = side + 2 * RADIUS;
        noise = new float[wide * wide];
        blurredRows = new float[wide * side];
        down = new float[side * side];
        right = new float[side * side];
        float squares = 0;
        for (int i = -RADIUS; i <= RADIUS; i++) {
            curve[i + RADIUS] = ExactMath.exp(-(i * i) / (2 * SIGMA * SIGMA));
            squares = squares + curve[i + RADIUS] * curve[i + RADIUS];
        }
        // A sum of independent numbers of variance 1/3 with weights a·b has variance ⅓·(Σ a²)·(Σ b²).
        float scale = (float) Math.sqrt(Math.sqrt(3.0) / squares);
        for (int i = 0; i < curve.length; i++) {
            curve[i] = curve[i] * scale;
        }
    }

    /** Draws the field of one image. */
    void draw(CounterRng numbers, int image) {
        int first = image * 2 * noise.length;
        blurNoise(numbers, first, down);
        blurNoise(numbers, first + noise.length, right);
    }

    float down(int i, int j) {
        return down[i * side + j];
    }

    float right(int i, int j) {
        return right[i * side + j];
    }

    private void blurNoise(CounterRng numbers, int first, float[] result) {
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 2 * numbers.uniform(first + i) - 1;
        }
        for (int i = 0; i < wide; i++) {
            for (int j = 0; j < side; j++) {
                blurredRows[i * side + j] = blurred(noise, i * wide + j, 1);
            }
        }
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                result[i * side + j] = blurred(blurredRows, i * side + j, side);
            }
        }
    }

    private float blurred(float[] values, int first, int step) {
        float sum = 0;
        for (int i = 0; i < curve.length; i++) {
            sum = sum + curve[i] * values[first + i * step];
        }
        return sum;
    }
}
