package feedforward.device;

/**
 * exp, log, tanh and the logistic sigmoid in float32, as fixed sequences of rounded operations that scalar Java, the JVM's
 * vectors and WebAssembly SIMD all follow, so that they agree in every bit; {@code Math.exp} and friends do not. And, for the
 * few numbers of a step that are not a tensor's, powers and the cosine in double.
 *
 * <p>Accuracy against double precision, measured over all floats: exp within 1.0 ulp, log within 0.9 ulp, tanh within 1.4 ulp,
 * sigmoid within 2.5 ulp; {@code ExactMathTest} repeats it over every 1,009th. NaN gives NaN. Polynomials: S. L. Moshier,
 * Cephes, single precision.
 */
public final class ExactMath {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** 1.5·2²³: adding and subtracting it rounds a float of magnitude below 2²² to the nearest integer, ties to even. */
    private static final float ROUND = 12582912f;

    private static final float EXP_LOWEST = -104f;
    private static final float EXP_HIGHEST = 89f;
    private static final float SQRT_HALF = 0.70710678f;
    private static final float SMALLEST_NORMAL = 1.17549435e-38f;
    private static final float TWO_23 = 8388608f;

    private ExactMath() {}

    /**
     * eˣ = 2ⁿ·eʳ with n = round(x / ln 2) and r = x − n·ln 2. Above 88.72 the result is infinite; below −103.97 it is 0, and
     * subnormal results are rounded once.
     */
    public static float exp(float x) {
        float clamped = Math.max(Math.min(x, EXP_HIGHEST), EXP_LOWEST);
        float n = (clamped * LOG2_E + ROUND) - ROUND;
        float r = (clamped - n * LN2_HIGH) - n * LN2_LOW;
        float p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        float y = (p * (r * r) + r) + 1f;
        int exponent = (int) n;
        int half = exponent >> 1;
        return y * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    /** ln x = e·ln 2 + ln m with x = 2ᵉ·m and m in [√½, √2). Zero gives −∞, a negative x NaN. */
    public static float log(float x) {
        boolean subnormal = x < SMALLEST_NORMAL;
        float scaled = subnormal ? x * TWO_23 : x;
        int bits = Float.floatToRawIntBits(scaled);
        int exponent = (bits >>> 23) - 126 - (subnormal ? 23 : 0);
        float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000);
        boolean low = m < SQRT_HALF;
        float e = low ? exponent - 1 : exponent;
        float f = low ? (m + m) - 1f : m - 1f;
        float z = f * f;
        float p = 7.0376836292e-2f;
        p = p * f - 1.1514610310e-1f;
        p = p * f + 1.1676998740e-1f;
        p = p * f - 1.2420140846e-1f;
        p = p * f + 1.4249322787e-1f;
        p = p * f - 1.6668057665e-1f;
        p = p * f + 2.0000714765e-1f;
        p = p * f - 2.4999993993e-1f;
        p = p * f + 3.3333331174e-1f;
        float y = (p * f) * z;
        y = y + e * LN2_LOW;
        y = y - 0.5f * z;
        float result = (f + y) + e * LN2_HIGH;
        result = x == Float.POSITIVE_INFINITY ? x : result;
        result = x == 0f ? Float.NEGATIVE_INFINITY : result;
        return x < 0f || Float.isNaN(x) ? Float.NaN : result;
    }

    /** tanh x: an odd polynomial where |x| &lt; 0.625, else 1 − 2 / (e²ˣ + 1) with the sign of x. At −0 it is +0. */
    public static float tanh(float x) {
        float magnitude = Math.abs(x);
        if (magnitude < 0.625f) {
            float z = x * x;
            float p = -5.70498872745e-3f;
            p = p * z + 2.06390887954e-2f;
            p = p * z - 5.37397155531e-2f;
            p = p * z + 1.33314422036e-1f;
            p = p * z - 3.33332819422e-1f;
            return (p * z) * x + x;
        }
        float large = 1f - 2f / (exp(magnitude + magnitude) + 1f);
        return x < 0f ? -large : large;
    }

    /** σ(x) = 1 / (1 + e⁻ˣ), computed from e^−|x| so that nothing overflows: 1/(1+e) for x ≥ 0, e/(1+e) below. */
    public static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        return (x < 0f ? e : 1f) / (1f + e);
    }

    /** baseⁿ by repeated squaring: for each bit of n from the lowest, power = power·square where it is 1; square = square². */
    public static double power(double base, int n) {
        double power = 1;
        double square = base;
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power = power * square;
            }
            square = square * square;
        }
        return power;
    }

    /**
     * cos(π·x), within 2⁻⁵². The argument in half-turns is reduced exactly, to a turn, then by cos(−x) = cos(2 − x) = cos x and
     * cos(1 − x) = −cos x to a quarter of it; polynomials of Cephes, double precision, for cosine and sine up to π/4.
     *
     * @param x finite
     */
    public static double cosineOfHalfTurns(double x) {
        double turn = Math.abs(x);
        turn = turn - 2 * Math.floor(turn / 2);
        double half = turn > 1 ? 2 - turn : turn;
        return half > 0.5 ? -cosineOfQuarterTurn(1 - half) : cosineOfQuarterTurn(half);
    }

    /** cos(π·x) for x in [0, ½]. */
    private static double cosineOfQuarterTurn(double x) {
        return x <= 0.25 ? cosineNearZero(x * Math.PI) : sineNearZero((0.5 - x) * Math.PI);
    }

    private static double cosineNearZero(double x) {
        double z = x * x;
        double p = -1.13585365213876817300e-11;
        p = p * z + 2.08757008419747316778e-9;
        p = p * z - 2.75573141792967388112e-7;
        p = p * z + 2.48015872888517045348e-5;
        p = p * z - 1.38888888888730564116e-3;
        p = p * z + 4.16666666666665929218e-2;
        return (1 - 0.5 * z) + (z * z) * p;
    }

    private static double sineNearZero(double x) {
        double z = x * x;
        double p = 1.58962301576546568060e-10;
        p = p * z - 2.50507477628578072866e-8;
        p = p * z + 2.75573136213857245213e-6;
        p = p * z - 1.98412698295895385996e-4;
        p = p * z + 8.33333333332211858878e-3;
        p = p * z - 1.66666666666666307295e-1;
        return x + (x * z) * p;
    }

    private static float powerOfTwo(int exponent) {
        return Float.intBitsToFloat((exponent + 127) << 23);
    }
}
