package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Float16Test {
    private static final int INFINITY = 0x7C00;

    /** Wikipedia, "Half-precision floating-point format", examples; 2⁻²⁴ = 5.9604645E-8, the smallest normal 2⁻¹⁴. */
    @ParameterizedTest
    @CsvSource({
        "0x0000, 0.0",
        "0x0001, 5.9604645E-8",
        "0x03ff, 6.097555E-5",
        "0x0400, 6.1035156E-5",
        "0x3555, 0.33325195",
        "0x3bff, 0.99951172",
        "0x3c00, 1.0",
        "0x3c01, 1.00097656",
        "0x7bff, 65504",
        "0x7c00, Infinity",
        "0x8000, -0.0",
        "0xc000, -2.0",
        "0xfc00, -Infinity",
        "0x7e00, NaN",
    })
    void areTheValuesOfTheStandard(int half, float value) {
        assertThat(Float.valueOf(Float16.toFloat((short) half))).isEqualTo(Float.valueOf(value));
        assertThat(Float16.round(value)).isEqualTo((short) half);
    }

    @Test
    void eachIsItsFormulasValue() {
        for (int half = 0; half < INFINITY; half++) {
            int exponent = half >>> 10;
            int fraction = half & 0x3FF;
            double expected = exponent == 0
                    ? Math.scalb(fraction / 1024.0, -14)
                    : Math.scalb(1 + fraction / 1024.0, exponent - 15);

            assertThat((double) Float16.toFloat((short) half)).isEqualTo(expected);
            assertThat((double) Float16.toFloat((short) (half | 0x8000))).isEqualTo(-expected);
        }
        for (int half = INFINITY + 1; half <= 0x7FFF; half++) {
            assertThat(Float16.toFloat((short) half)).isNaN();
            assertThat(Float16.toFloat((short) (half | 0x8000))).isNaN();
        }
    }

    /** Between two neighbours, in order: the lower one, just below the middle, the middle, just above it, the upper one. */
    @Test
    void roundToTheNearestAndFromTheMiddleToTheEvenOne() {
        for (int lower = 0; lower < INFINITY; lower++) {
            int upper = lower + 1;
            double above = upper == INFINITY ? 65_536 : Float16.toFloat((short) upper);
            // Two float16 have at most 12 significant bits between them, so float32 has the middle exactly.
            float middle = (float) ((Float16.toFloat((short) lower) + above) / 2);
            int even = lower % 2 == 0 ? lower : upper;

            assertRounded(Float16.toFloat((short) lower), lower);
            assertRounded(Math.nextDown(middle), lower);
            assertRounded(middle, even);
            assertRounded(Math.nextUp(middle), upper);
        }
        assertRounded(Float.MIN_VALUE, 0);
        assertRounded(Float.MAX_VALUE, INFINITY);
    }

    private static void assertRounded(float value, int half) {
        assertThat(Float16.round(value)).as("%s", value).isEqualTo((short) half);
        assertThat(Float16.round(-value)).as("-%s", value).isEqualTo((short) (half | 0x8000));
    }
}
