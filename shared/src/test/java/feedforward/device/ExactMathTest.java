package feedforward.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * Accuracy against {@link StrictMath} in double, over every 1,009th float and all floats next to a breakpoint. An ulp is the
 * distance between neighbouring floats at the true value. The bounds are what all floats were measured to keep.
 */
class ExactMathTest {
    private static final int STRIDE = 1009;
    private static final int NEIGHBOURHOOD = 2000;

    private static final float[] SPECIAL = {
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        1.17549421e-38f,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        1f,
        -1f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    @Test
    void expIsWithinOneUlp() {
        assertThat(worstUlp(ExactMath::exp, StrictMath::exp)).isBetween(0.9, 1.0);
        assertThat(worstUlpNear(ExactMath::exp, StrictMath::exp, 88.72284f, -87.33655f, -103.97208f, 89f, -104f))
                .isLessThan(1.0);
    }

    @Test
    void logIsWithinNineTenthsOfAnUlp() {
        assertThat(worstUlp(ExactMath::log, StrictMath::log)).isBetween(0.5, 0.9);
        assertThat(worstUlpNear(ExactMath::log, StrictMath::log, 1f, 0.70710678f, 1.41421356f, 2f, Float.MIN_NORMAL))
                .isLessThan(0.9);
    }

    @Test
    void tanhIsWithinOnePointFourUlp() {
        assertThat(worstUlp(ExactMath::tanh, StrictMath::tanh)).isBetween(1.0, 1.4);
        assertThat(worstUlpNear(ExactMath::tanh, StrictMath::tanh, 0.625f, -0.625f, 9.01f, 44.4f, 1e-30f))
                .isLessThan(1.4);
    }

    @Test
    void sigmoidIsWithinTwoAndAHalfUlp() {
        assertThat(worstUlp(ExactMath::sigmoid, ExactMathTest::sigmoid)).isBetween(1.5, 2.5);
        assertThat(worstUlpNear(ExactMath::sigmoid, ExactMathTest::sigmoid, 0f, 17f, -87.33655f, -103.97208f))
                .isLessThan(2.5);
    }

    @Test
    void nanGivesNan() {
        float[] nans = {Float.NaN, Float.intBitsToFloat(0x7f800001), Float.intBitsToFloat(0xffffffff)};
        for (float nan : nans) {
            assertThat(ExactMath.exp(nan)).isNaN();
            assertThat(ExactMath.log(nan)).isNaN();
            assertThat(ExactMath.tanh(nan)).isNaN();
            assertThat(ExactMath.sigmoid(nan)).isNaN();
        }
    }

    @Test
    void expEndsInInfinityAndInZero() {
        assertBits(ExactMath.exp(Float.POSITIVE_INFINITY), Float.POSITIVE_INFINITY);
        assertBits(ExactMath.exp(Float.MAX_VALUE), Float.POSITIVE_INFINITY);
        assertBits(ExactMath.exp(88.72284f), Float.POSITIVE_INFINITY); // ln(2¹²⁸) = 88.7228391…
        assertBits(ExactMath.exp(88.72283f), 3.4027985e38f);
        assertBits(ExactMath.exp(-103.97209f), 0f); // ln(2⁻¹⁵⁰) = −103.9720770…
        assertBits(ExactMath.exp(-103.97206f), Float.MIN_VALUE);
        assertBits(ExactMath.exp(-Float.MAX_VALUE), 0f);
        assertBits(ExactMath.exp(Float.NEGATIVE_INFINITY), 0f);
    }

    @Test
    void expOfNothingIsExactlyOne() {
        assertBits(ExactMath.exp(0f), 1f);
        assertBits(ExactMath.exp(-0f), 1f);
        assertBits(ExactMath.exp(Float.MIN_VALUE), 1f);
        assertBits(ExactMath.exp(-Float.MIN_NORMAL), 1f);
    }

    @Test
    void logOfSpecialValues() {
        assertBits(ExactMath.log(1f), 0f);
        assertBits(ExactMath.log(0f), Float.NEGATIVE_INFINITY);
        assertBits(ExactMath.log(-0f), Float.NEGATIVE_INFINITY);
        assertBits(ExactMath.log(Float.POSITIVE_INFINITY), Float.POSITIVE_INFINITY);
        assertThat(ExactMath.log(-Float.MIN_VALUE)).isNaN();
        assertThat(ExactMath.log(-1f)).isNaN();
        assertThat(ExactMath.log(Float.NEGATIVE_INFINITY)).isNaN();
        assertBits(ExactMath.log(Float.MIN_VALUE), -103.27893f); // −149·ln 2
        assertBits(ExactMath.log(Float.MAX_VALUE), 88.72284f);
    }

    @Test
    void tanhAndSigmoidSaturate() {
        assertBits(ExactMath.tanh(Float.POSITIVE_INFINITY), 1f);
        assertBits(ExactMath.tanh(Float.NEGATIVE_INFINITY), -1f);
        assertBits(ExactMath.tanh(Float.MAX_VALUE), 1f);
        assertBits(ExactMath.tanh(0f), 0f);
        assertBits(ExactMath.tanh(-0f), 0f); // Not −0: the sequence ends with 0 + −0.
        assertBits(ExactMath.tanh(Float.MIN_VALUE), Float.MIN_VALUE);
        assertBits(ExactMath.sigmoid(Float.POSITIVE_INFINITY), 1f);
        assertBits(ExactMath.sigmoid(Float.NEGATIVE_INFINITY), 0f);
        assertBits(ExactMath.sigmoid(0f), 0.5f);
        assertBits(ExactMath.sigmoid(-0f), 0.5f);
        assertBits(ExactMath.sigmoid(17.5f), 1f);
        assertThat(ExactMath.sigmoid(-103f)).isBetween(Float.MIN_VALUE, 3 * Float.MIN_VALUE);
    }

    @Test
    void tanhIsOddToTheBit() {
        forEveryStride(x -> {
            if (x != 0) {
                assertBits(ExactMath.tanh(-x), -ExactMath.tanh(x));
            }
        });
    }

    @Test
    void tanhStaysWithinOneAndSigmoidBetweenZeroAndOne() {
        forEveryStride(x -> {
            if (!Float.isNaN(x)) {
                float tanh = ExactMath.tanh(x);
                float sigmoid = ExactMath.sigmoid(x);
                require(tanh >= -1 && tanh <= 1, "tanh", x);
                require(sigmoid >= 0 && sigmoid <= 1, "sigmoid", x);
            }
        });
    }

    @Test
    void sigmoidsOfOppositeArgumentsAddUpToOne() {
        forEveryStride(x -> {
            if (!Float.isNaN(x)) {
                float sum = ExactMath.sigmoid(x) + ExactMath.sigmoid(-x);
                require(Math.abs(sum - 1) <= Math.ulp(1f), "sigmoid(x) + sigmoid(-x)", x);
            }
        });
    }

    /** Neighbours may swap by their rounding; over 64 ulp of the argument the function must not fall. */
    @Test
    void noFunctionFallsWhereItShouldRise() {
        assertRises("exp", ExactMath::exp, -104f, 89f);
        assertRises("log", ExactMath::log, 1e-40f, Float.MAX_VALUE);
        assertRises("tanh", ExactMath::tanh, -10f, 10f);
        assertRises("sigmoid", ExactMath::sigmoid, -104f, 18f);
    }

    @Test
    void logUndoesExp() {
        for (float x = -80; x < 80; x += 0.37f) {
            assertThat(ExactMath.log(ExactMath.exp(x))).isCloseTo(x, within(1e-6f * Math.max(1, Math.abs(x))));
        }
    }

    /** Computed with 30 digits: e = 2.71828182845904…, ln 10, tanh 0.5, σ(2). */
    @Test
    void textbookValues() {
        assertThat((double) ExactMath.exp(1f)).isCloseTo(2.718281828459045, Percentage.withPercentage(1e-5));
        assertThat((double) ExactMath.log(10f)).isCloseTo(2.302585092994046, Percentage.withPercentage(1e-5));
        assertThat((double) ExactMath.tanh(0.5f)).isCloseTo(0.46211715726000973, Percentage.withPercentage(1e-5));
        assertThat((double) ExactMath.sigmoid(2f)).isCloseTo(0.8807970779778823, Percentage.withPercentage(1e-5));
    }

    /**
     * Each function's results over 65,536 arguments of every magnitude and 1,048,576 evenly from −16 to 16, folded into one
     * number. When one of these changes, the sequence of operations has changed, and so has every published weight hash.
     */
    @Test
    void theSequenceOfOperationsIsWhatItAlwaysWas() {
        assertThat(checksum(ExactMath::exp)).isEqualTo(-8207437665334521841L);
        assertThat(checksum(ExactMath::log)).isEqualTo(8781776234045291342L);
        assertThat(checksum(ExactMath::tanh)).isEqualTo(-8692794976402853131L);
        assertThat(checksum(ExactMath::sigmoid)).isEqualTo(-5107705428527047454L);
    }

    @Test
    void powerMultipliesSquares() {
        assertThat(ExactMath.power(0.5, 0)).isEqualTo(1);
        assertThat(ExactMath.power(0.5, 1)).isEqualTo(0.5);
        assertThat(ExactMath.power(3, 13)).isEqualTo(1_594_323);
        assertThat(ExactMath.power(2, 1023)).isEqualTo(0x1p1023);
        assertThat(ExactMath.power(0.999, Integer.MAX_VALUE)).isZero();
        // 5 = 101 in binary: x·(x²)².
        assertThat(ExactMath.power(0.9, 5)).isEqualTo(0.9 * ((0.9 * 0.9) * (0.9 * 0.9)));
        for (int n = 0; n < 100_000; n += 37) {
            double exact = StrictMath.pow(0.9995, n);
            assertThat(ExactMath.power(0.9995, n)).isCloseTo(exact, Percentage.withPercentage(1e-9));
        }
    }

    /** mpmath with 40 digits; 0.3 and 0.7 as they are in double. */
    @Test
    void cosineOfHalfTurnsAtKnownPlaces() {
        assertThat(ExactMath.cosineOfHalfTurns(0)).isEqualTo(1);
        assertThat(ExactMath.cosineOfHalfTurns(0.5)).isEqualTo(0);
        assertThat(ExactMath.cosineOfHalfTurns(1)).isEqualTo(-1);
        assertThat(ExactMath.cosineOfHalfTurns(1.5)).isEqualTo(0);
        assertThat(ExactMath.cosineOfHalfTurns(2)).isEqualTo(1);
        assertThat(ExactMath.cosineOfHalfTurns(0.1)).isCloseTo(0.9510565162951535667, within(0x1p-52));
        assertThat(ExactMath.cosineOfHalfTurns(0.3)).isCloseTo(0.5877852522924731573, within(0x1p-52));
        assertThat(ExactMath.cosineOfHalfTurns(0.49)).isCloseTo(0.03141075907812832172, within(0x1p-52));
        assertThat(ExactMath.cosineOfHalfTurns(0.7)).isCloseTo(-0.5877852522924730162, within(0x1p-52));
        assertThat(ExactMath.cosineOfHalfTurns(1.3)).isCloseTo(-0.5877852522924730162, within(0x1p-52));
    }

    @Test
    void cosineOfHalfTurnsIsEvenAndRepeats() {
        for (int i = 0; i <= 4096; i++) {
            double x = i / 1024.0;
            double cosine = ExactMath.cosineOfHalfTurns(x);
            assertThat(cosine)
                    .isCloseTo(StrictMath.cos(StrictMath.PI * x), within(4e-15))
                    .isBetween(-1.0, 1.0);
            assertThat(ExactMath.cosineOfHalfTurns(-x)).isEqualTo(cosine);
            assertThat(ExactMath.cosineOfHalfTurns(x + 2048)).isEqualTo(cosine);
        }
    }

    /** Python's floats, through the same operations, fold into the same number. */
    @Test
    void theSequenceOfOperationsInDoubleIsWhatItAlwaysWas() {
        long sum = 17;
        for (int i = 0; i < 1 << 16; i++) {
            sum = sum * 1_000_003 + Double.doubleToRawLongBits(ExactMath.cosineOfHalfTurns(i / 32_769.0));
            sum = sum * 1_000_003 + Double.doubleToRawLongBits(ExactMath.power(1 - 1 / (i + 2.0), i));
        }
        assertThat(sum).isEqualTo(-8403407028005824950L);
    }

    private static long checksum(FloatFunction f) {
        long sum = 17;
        for (int i = 0; i < 1 << 16; i++) {
            // An odd multiplier visits the bit patterns without a regular step.
            sum = folded(sum, f.apply(Float.intBitsToFloat(i * 0x9e3779b1)));
        }
        for (int i = 0; i < 1 << 20; i++) {
            sum = folded(sum, f.apply((i - (1 << 19)) / 32_768f));
        }
        return sum;
    }

    private static long folded(long sum, float y) {
        return sum * 1_000_003 + (Float.isNaN(y) ? 0x7fc00000 : Float.floatToRawIntBits(y));
    }

    private static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + StrictMath.exp(-x)) : StrictMath.exp(x) / (1 + StrictMath.exp(x));
    }

    private static double worstUlp(FloatFunction f, DoubleFunction exact) {
        double[] worst = {0};
        forEveryStride(x -> worst[0] = Math.max(worst[0], ulpError(f, exact, x)));
        for (float x : SPECIAL) {
            worst[0] = Math.max(worst[0], ulpError(f, exact, x));
        }
        return worst[0];
    }

    private static double worstUlpNear(FloatFunction f, DoubleFunction exact, float... places) {
        double worst = 0;
        for (float place : places) {
            int bits = Float.floatToRawIntBits(place);
            for (int i = -NEIGHBOURHOOD; i <= NEIGHBOURHOOD; i++) {
                worst = Math.max(worst, ulpError(f, exact, Float.intBitsToFloat(bits + i)));
            }
        }
        return worst;
    }

    /** The error in ulp; infinite where one is NaN or infinite and the other, rounded, is not. */
    private static double ulpError(FloatFunction f, DoubleFunction exact, float x) {
        float y = f.apply(x);
        double truth = exact.apply(x);
        float rounded = (float) truth;
        if (Float.isNaN(rounded) || Float.isInfinite(rounded) || Float.isNaN(y) || Float.isInfinite(y)) {
            return Float.compare(y, rounded) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.abs(y - truth) / Math.ulp(rounded);
    }

    private static void assertRises(String name, FloatFunction f, float from, float to) {
        int first = ordered(from);
        int last = ordered(to);
        float before = f.apply(from);
        for (long place = first; place <= last; place += STRIDE) {
            float x = unordered((int) place);
            float y = f.apply(x);
            require(y >= before, name, x);
            before = y;
        }
    }

    /** Floats as integers that rise as they do. */
    private static int ordered(float x) {
        int bits = Float.floatToRawIntBits(x);
        return bits >= 0 ? bits : Integer.MIN_VALUE - bits;
    }

    private static float unordered(int place) {
        return Float.intBitsToFloat(place >= 0 ? place : Integer.MIN_VALUE - place);
    }

    private static void forEveryStride(FloatCheck check) {
        for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
            check.at(Float.intBitsToFloat((int) bits));
        }
    }

    private static void assertBits(float actual, float expected) {
        if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }

    private static void require(boolean holds, String what, float x) {
        if (!holds) {
            throw new AssertionError(what + " breaks its rule at " + x);
        }
    }

    private interface FloatFunction {
        float apply(float x);
    }

    private interface DoubleFunction {
        double apply(double x);
    }

    private interface FloatCheck {
        void at(float x);
    }
}
