package feedforward.vector;

import static feedforward.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** {@link feedforward.device.ExactMath}, operation by operation, on vectors; its comments hold here too. */
final class VectorMath {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND = 12582912f;
    /** The bits of {@link #ROUND}: after adding it, the integer stands in a float's lowest bits. */
    private static final int ROUND_BITS = 0x4b400000;

    private static final float EXP_LOWEST = -104f;
    private static final float EXP_HIGHEST = 89f;
    private static final float SQRT_2_PI = 0.7978845608f;

    private VectorMath() {}

    static FloatVector exp(FloatVector x) {
        FloatVector low = x.blend(EXP_HIGHEST, x.compare(VectorOperators.GT, EXP_HIGHEST));
        FloatVector clamped = low.blend(EXP_LOWEST, low.compare(VectorOperators.LT, EXP_LOWEST));
        FloatVector shifted = clamped.mul(LOG2_E).add(ROUND);
        FloatVector n = shifted.sub(ROUND);
        FloatVector r = clamped.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
        FloatVector p = r.mul(1.9875691500e-4f).add(1.3981999507e-3f);
        p = p.mul(r).add(8.3334519073e-3f);
        p = p.mul(r).add(4.1665795894e-2f);
        p = p.mul(r).add(1.6666665459e-1f);
        p = p.mul(r).add(5.0000001201e-1f);
        FloatVector y = p.mul(r.mul(r)).add(r).add(1f);
        IntVector exponent = shifted.reinterpretAsInts().sub(ROUND_BITS);
        IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
        return y.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector magnitude = x.lanewise(VectorOperators.ABS);
        FloatVector z = x.mul(x);
        FloatVector p = z.mul(-5.70498872745e-3f).add(2.06390887954e-2f);
        p = p.mul(z).sub(5.37397155531e-2f);
        p = p.mul(z).add(1.33314422036e-1f);
        p = p.mul(z).sub(3.33332819422e-1f);
        FloatVector small = p.mul(z).mul(x).add(x);
        FloatVector large = one().sub(two().div(exp(magnitude.add(magnitude)).add(1f)));
        FloatVector signed = large.blend(large.neg(), x.compare(VectorOperators.LT, 0f));
        return signed.blend(small, magnitude.compare(VectorOperators.LT, 0.625f));
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = exp(x.lanewise(VectorOperators.ABS).neg());
        return one().blend(e, x.compare(VectorOperators.LT, 0f)).div(e.add(1f));
    }

    /** The inner function of {@link feedforward.device.Activation#GELU}. */
    static FloatVector geluInner(FloatVector z) {
        return tanh(z.add(z.mul(z).mul(z).mul(0.044715f)).mul(SQRT_2_PI));
    }

    static FloatVector gelu(FloatVector z) {
        return z.mul(0.5f).mul(geluInner(z).add(1f));
    }

    /** Its derivative. */
    static FloatVector geluSlope(FloatVector z) {
        FloatVector t = geluInner(z);
        FloatVector slope = z.mul(z).mul(0.134145f).add(1f).mul(SQRT_2_PI);
        FloatVector inner = z.mul(0.5f).mul(one().sub(t.mul(t))).mul(slope);
        return t.add(1f).mul(0.5f).add(inner);
    }

    static FloatVector one() {
        return FloatVector.broadcast(SPECIES, 1f);
    }

    private static FloatVector two() {
        return FloatVector.broadcast(SPECIES, 2f);
    }

    private static FloatVector powerOfTwo(IntVector exponent) {
        return exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }
}
