package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.tensor.CounterRng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    private static final int SIDE = 28;

    @Test
    void theSameImageOfTheSameEpochAlwaysBecomesTheSame() {
        Augmentation all = new Augmentation(12, 0.12f, 0.15f, 2, 1, 0.5f, 0);
        float[] image = bar();
        assertThat(varied(all, 1, 0, 7, image)).containsExactly(varied(all, 1, 0, 7, image));
        assertThat(varied(all, 1, 0, 7, image)).isNotEqualTo(varied(all, 1, 0, 8, image));
        assertThat(varied(all, 1, 0, 7, image)).isNotEqualTo(varied(all, 1, 1, 7, image));
        assertThat(varied(all, 1, 0, 7, image)).isNotEqualTo(varied(all, 2, 0, 7, image));
    }

    @Test
    void anImageInsideALargerArrayIsTheOnlyOneThatChanges() {
        Augmentation shift = new Augmentation(0, 0, 0, 3, 0, 0, 0);
        float[] three = new float[3 * SIDE * SIDE];
        Arrays.fill(three, 0.25f);
        System.arraycopy(bar(), 0, three, SIDE * SIDE, SIDE * SIDE);
        new Augmenter(shift, SIDE).vary(1, 0, 5, three, SIDE * SIDE);
        assertThat(Arrays.copyOfRange(three, 0, SIDE * SIDE)).containsOnly(0.25f);
        assertThat(Arrays.copyOfRange(three, 2 * SIDE * SIDE, 3 * SIDE * SIDE)).containsOnly(0.25f);
        assertThat(Arrays.copyOfRange(three, SIDE * SIDE, 2 * SIDE * SIDE))
                .containsExactly(varied(shift, 1, 0, 5, bar()));
    }

    @Test
    void shiftsMoveTheCentreOfMassByUpToTheGivenPixelsInAllDirections() {
        Augmentation shift = new Augmentation(0, 0, 0, 2, 0, 0, 0);
        double lowest = 0;
        double highest = 0;
        double sum = 0;
        for (int image = 0; image < 400; image++) {
            double moved = centre(varied(shift, 1, 0, image, bar()), true) - centre(bar(), true);
            lowest = Math.min(lowest, moved);
            highest = Math.max(highest, moved);
            sum += moved;
        }
        assertThat(lowest).isBetween(-2.001, -1.8);
        assertThat(highest).isBetween(1.8, 2.001);
        // The mean of 400 numbers uniform in ±2 has a standard deviation of 0.058.
        assertThat(sum / 400).isCloseTo(0, within(0.25));
    }

    @Test
    void rotationTurnsAnUprightBarByUpToTheGivenAngle() {
        Augmentation rotation = new Augmentation(30, 0, 0, 0, 0, 0, 0);
        double steepest = 0;
        for (int image = 0; image < 200; image++) {
            steepest = Math.max(steepest, Math.abs(slant(varied(rotation, 1, 0, image, bar()))));
        }
        // Columns per row of a bar turned by 30°: tan 30° = 0.577.
        assertThat(steepest).isBetween(0.5, 0.6);
    }

    @Test
    void shearSlantsByUpToTheGivenColumnsPerRow() {
        Augmentation shear = new Augmentation(0, 0, 0.4f, 0, 0, 0, 0);
        double steepest = 0;
        for (int image = 0; image < 200; image++) {
            steepest = Math.max(steepest, Math.abs(slant(varied(shear, 1, 0, image, bar()))));
        }
        assertThat(steepest).isBetween(0.36, 0.42);
    }

    @Test
    void scalingChangesTheAreaByTheSquareOfTheSides() {
        Augmentation scaling = new Augmentation(0, 0.2f, 0, 0, 0, 0, 0);
        double smallest = 10;
        double largest = 0;
        for (int image = 0; image < 200; image++) {
            double area = sum(varied(scaling, 1, 0, image, bar())) / sum(bar());
            smallest = Math.min(smallest, area);
            largest = Math.max(largest, area);
        }
        assertThat(smallest).isBetween(0.6, 0.72);
        assertThat(largest).isBetween(1.33, 1.46);
    }

    @Test
    void strokesGrowAndShrinkButStayBetweenPaperAndInk() {
        Augmentation stroke = new Augmentation(0, 0, 0, 0, 0, 1, 0);
        double thinnest = 10;
        double widest = 0;
        for (int image = 0; image < 100; image++) {
            float[] varied = varied(stroke, 1, 0, image, bar());
            double ink = sum(varied) / sum(bar());
            thinnest = Math.min(thinnest, ink);
            widest = Math.max(widest, ink);
            for (float value : varied) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
        // The bar is 4 columns by 16 rows; at full strength it loses or gains a ring: 2·14/64 = 0.44, (64 + 2·20)/64 =
        // 1.63.
        assertThat(thinnest).isBetween(0.43, 0.5);
        assertThat(widest).isBetween(1.5, 1.63);
    }

    @Test
    void elasticFieldsHaveTheGivenRootMeanSquareAndAreSmooth() {
        DisplacementField field = new DisplacementField(SIDE);
        double squares = 0;
        double steps = 0;
        for (int image = 0; image < 50; image++) {
            field.draw(CounterRng.of(3, CounterRng.Stream.AUGMENTATION, 1), image);
            for (int i = 0; i < SIDE; i++) {
                for (int j = 1; j < SIDE; j++) {
                    squares += field.down(i, j) * field.down(i, j) + field.right(i, j) * field.right(i, j);
                    steps = Math.max(steps, Math.abs(field.down(i, j) - field.down(i, j - 1)));
                }
            }
        }
        assertThat(Math.sqrt(squares / (50 * 2 * SIDE * (SIDE - 1)))).isCloseTo(1, within(0.1));
        assertThat(steps).isLessThan(1);
    }

    @Test
    void theLastEpochsSeeTheImagesAsTheyAre() {
        Augmentation shift = new Augmentation(0, 0, 0, 2, 0, 0, 1);
        assertThat(shift.applies(13, 15)).isTrue();
        assertThat(shift.applies(14, 15)).isFalse();
        assertThat(Augmentation.NONE.applies(0, 15)).isFalse();
    }

    @Test
    void numbersOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new Augmentation(46, 0, 0, 0, 0, 0, 0))
                .hasMessage("Augmentation rotation: expected a number in [0, 45.0] but was 46.0");
        assertThatThrownBy(() -> new Augmentation(0, Float.NaN, 0, 0, 0, 0, 0))
                .hasMessage("Augmentation scaling: expected a number in [0, 0.5] but was NaN");
        assertThatThrownBy(() -> new Augmentation(0, 0, 0, 0, 0, 0, -1))
                .hasMessage("Augmentation plainEpochs: expected 0 or more but was -1");
    }

    private static float[] varied(Augmentation augmentation, long seed, int epoch, int image, float[] pixels) {
        float[] result = pixels.clone();
        new Augmenter(augmentation, SIDE).vary(seed, epoch, image, result, 0);
        return result;
    }

    /** An upright bar of ink in the middle, 16 rows by 4 columns. */
    private static float[] bar() {
        float[] pixels = new float[SIDE * SIDE];
        for (int i = 6; i < 22; i++) {
            for (int j = 12; j < 16; j++) {
                pixels[i * SIDE + j] = 1;
            }
        }
        return pixels;
    }

    private static double sum(float[] pixels) {
        double sum = 0;
        for (float pixel : pixels) {
            sum += pixel;
        }
        return sum;
    }

    private static double centre(float[] pixels, boolean ofRows) {
        double moment = 0;
        for (int i = 0; i < pixels.length; i++) {
            moment += pixels[i] * (ofRows ? i / SIDE : i % SIDE);
        }
        return moment / sum(pixels);
    }

    /** Columns per row, by least squares weighted with the ink. */
    private static double slant(float[] pixels) {
        double row = centre(pixels, true);
        double column = centre(pixels, false);
        double both = 0;
        double rows = 0;
        for (int i = 0; i < pixels.length; i++) {
            int y = i / SIDE;
            both += pixels[i] * (y - row) * (i % SIDE - column);
            rows += pixels[i] * (y - row) * (y - row);
        }
        return both / rows;
    }
}
