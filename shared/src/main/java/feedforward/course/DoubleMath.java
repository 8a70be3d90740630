package feedforward.course;

import feedforward.device.ExactMath;

/**
 * exp, log, tanh and the logistic sigmoid in double, for what the engine's float32 is checked by. Each is a fixed sequence of
 * rounded operations, alike on every platform; relative errors stay below 10⁻¹⁴, of tanh the absolute ones.
 */
public final class DoubleMath {
    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double LN2 = 0.6931471805599453;
    private static final double LOWEST = -745;
    private static final double HIGHEST = 709;
    private static final int TERMS = 14;
    private static final int MANTISSA_BITS = 52;
    private static final int BIAS = 1023;

    private DoubleMath() {}

    /** eˣ = 2ⁿ·eʳ with n = round(x / ln 2), and Taylor's series for eʳ. Beyond [−745, 709] it is that of the bound. */
    public static double exp(double x) {
        double clamped = Math.max(LOWEST, Math.min(HIGHEST, x));
        double n = Math.rint(clamped / LN2);
        double r = (clamped - n * LN2_HIGH) - n * LN2_LOW;
        double sum = 1;
        for (int k = TERMS; k > 0; k--) {
            sum = 1 + sum * r / k;
        }
        int half = (int) n / 2;
        return sum * powerOfTwo(half) * powerOfTwo((int) n - half);
    }

    /**
     * ln x by Newton's method from the float32 logarithm: y ← y + 2·(x − eʸ) / (x + eʸ), twice.
     *
     * @param x positive and normal
     */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - BIAS;
        double m = Double.longBitsToDouble(bits & ((1L << MANTISSA_BITS) - 1) | (long) BIAS << MANTISSA_BITS);
        double y = ExactMath.log((float) m);
        for (int i = 0; i < 2; i++) {
            double power = exp(y);
            y = y + 2 * (m - power) / (m + power);
        }
        return y + exponent * LN2;
    }

    /** tanh x = 1 − 2 / (e²ˣ + 1). */
    public static double tanh(double x) {
        return 1 - 2 / (exp(2 * x) + 1);
    }

    /** σ(x) = 1 / (1 + e⁻ˣ). */
    public static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    /** softmax: p[c] = eˢ[c] / Σ eˢ, with the largest s taken off first. */
    public static double[] softmax(double[] s) {
        double most = s[0];
        for (double each : s) {
            most = Math.max(most, each);
        }
        double[] p = new double[s.length];
        double sum = 0;
        for (int c = 0; c < s.length; c++) {
            p[c] = exp(s[c] - most);
            sum += p[c];
        }
        for (int c = 0; c < s.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private static double powerOfTwo(int exponent) {
        return Double.longBitsToDouble((long) (exponent + BIAS) << MANTISSA_BITS);
    }
}
