package feedforward.model;

/**
 * IEEE-754 binary16: 1 bit of sign s, 5 of exponent e, 10 of fraction f, for
 * (−1)ˢ · 2ᵉ⁻¹⁵ · (1 + f/1024), and (−1)ˢ · 2⁻¹⁴ · f/1024 where e = 0; e = 31 is infinity or NaN. The largest is 65,504, the smallest 2⁻²⁴.
 */
final class Float16 {
    /** Half a step above the largest float16: from here on, to nearest is to infinity. */
    private static final float OVERFLOW = 65_520;

    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final float STEPS_PER_ONE = 0x1p24f;
    private static final int INFINITY = 0x7C00;
    private static final int NAN = 0x7E00;

    /** Fraction bits that float32 has more. */
    private static final int SHIFT = 13;

    /** What an exponent of float32 is larger by, in its place there. */
    private static final int BIAS = (127 - 15) << 23;

    private Float16() {}

    /** The same value as a float32, which has all of them. */
    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int magnitude = half & 0x7FFF;
        if (magnitude >= INFINITY) {
            return Float.intBitsToFloat(sign | 0x7F800000 | (magnitude & 0x3FF) << SHIFT);
        }
        int bits = magnitude < 0x400 ? Float.floatToRawIntBits(magnitude / STEPS_PER_ONE) : (magnitude << SHIFT) + BIAS;
        return Float.intBitsToFloat(sign | bits);
    }

    /** The nearest float16, of two equally near the even one. */
    static short round(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        return (short) (sign | roundMagnitude(magnitude));
    }

    private static int roundMagnitude(float magnitude) {
        if (Float.isNaN(magnitude)) {
            return NAN;
        }
        if (magnitude >= OVERFLOW) {
            return INFINITY;
        }
        if (magnitude < SMALLEST_NORMAL) {
            // 2⁻²⁴ · 2²⁴ and their kin are exact, and a float32 from 2²³ on has no fraction left: this addition rounds
            // to even.
            float steps = magnitude * STEPS_PER_ONE;
            return (int) (steps + 0x1p23f - 0x1p23f);
        }
        int bits = Float.floatToRawIntBits(magnitude) - BIAS;
        int half = (1 << SHIFT - 1) - 1 + (bits >>> SHIFT & 1);
        return bits + half >>> SHIFT;
    }
}
