package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * {@link feedforward.device.ExactMath}, operation by operation, over n values, whole vectors of them; its comments hold here
 * too. Several short loops instead of a long one, with intermediate values in memory: HotSpot stops inlining after some twenty
 * vector operations, and a vector that crosses a call becomes an object.
 */
@SuppressWarnings("UnusedVariable") // Each step has the parameters of all.
final class ExactLoops {
    /** How many values the intermediate memory holds. */
    static final int CHUNK = 512;

    /** Of {@link #CHUNK} values each: an argument, its exponential, and what a caller wants to keep. */
    static final int SCRATCH = 3 * CHUNK;

    static final int KEPT = 2 * CHUNK;

    private static final int POWER = CHUNK;
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUND = 12582912f;
    /** The bits of {@link #ROUND}: after adding it, the integer stands in a float's lowest bits. */
    private static final int ROUND_BITS = 0x4b400000;

    private static final float EXP_LOWEST = -104f;
    private static final float EXP_HIGHEST = 89f;

    private static final Step[] EXP = {ExactLoops::clampArgument, ExactLoops::fraction, ExactLoops::raise};
    private static final Step[] TANH = {
        ExactLoops::clampTwice, ExactLoops::fraction, ExactLoops::raiseKept, ExactLoops::large, ExactLoops::joinSmall
    };
    private static final Step[] SIGMOID = {
        ExactLoops::clampBelow, ExactLoops::fraction, ExactLoops::raiseKept, ExactLoops::logistic
    };

    private ExactLoops() {}

    /** y = eˣ. */
    static void exp(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        run(EXP, n, x, from, y, to, scratch);
    }

    static void tanh(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        run(TANH, n, x, from, y, to, scratch);
    }

    /** y = σ(x). */
    static void sigmoid(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        run(SIGMOID, n, x, from, y, to, scratch);
    }

    /** A call that reaches so many methods is not inlined, so each is compiled on its own. */
    private static void run(Step[] steps, int n, float[] x, int from, float[] y, int to, float[] scratch) {
        for (Step step : steps) {
            step.run(n, x, from, y, to, scratch);
        }
    }

    private static void clampArgument(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        for (int i = 0; i < n; i += COUNT) {
            clamp(FloatVector.fromArray(SPECIES, x, from + i)).intoArray(scratch, i);
        }
    }

    private static void clampTwice(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector magnitude = FloatVector.fromArray(SPECIES, x, from + i).lanewise(ABS);
            clamp(magnitude.add(magnitude)).intoArray(scratch, i);
        }
    }

    private static void clampBelow(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, from + i);
            clamp(v.lanewise(ABS).neg()).intoArray(scratch, i);
        }
    }

    private static FloatVector clamp(FloatVector x) {
        FloatVector low = x.blend(EXP_HIGHEST, x.compare(GT, EXP_HIGHEST));
        return low.blend(EXP_LOWEST, low.compare(LT, EXP_LOWEST));
    }

    /** eʳ with r = x − n·ln 2, where n = round(x / ln 2), of the arguments in the scratch memory. */
    private static void fraction(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, scratch, i);
            FloatVector whole = v.mul(LOG2_E).add(ROUND).sub(ROUND);
            FloatVector r = v.sub(whole.mul(LN2_HIGH)).sub(whole.mul(LN2_LOW));
            FloatVector p = r.mul(1.9875691500e-4f).add(1.3981999507e-3f);
            p = p.mul(r).add(8.3334519073e-3f);
            p = p.mul(r).add(4.1665795894e-2f);
            p = p.mul(r).add(1.6666665459e-1f);
            p = p.mul(r).add(5.0000001201e-1f);
            p.mul(r.mul(r)).add(r).add(1f).intoArray(scratch, POWER + i);
        }
    }

    private static void raiseKept(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        raise(n, x, from, scratch, POWER, scratch);
    }

    /** eˣ = 2ⁿ·eʳ. */
    private static void raise(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector shifted =
                    FloatVector.fromArray(SPECIES, scratch, i).mul(LOG2_E).add(ROUND);
            IntVector exponent = shifted.reinterpretAsInts().sub(ROUND_BITS);
            IntVector half = exponent.lanewise(ASHR, 1);
            IntVector rest = exponent.sub(half);
            FloatVector.fromArray(SPECIES, scratch, POWER + i)
                    .mul(half.add(127).lanewise(LSHL, 23).reinterpretAsFloats())
                    .mul(rest.add(127).lanewise(LSHL, 23).reinterpretAsFloats())
                    .intoArray(y, to + i);
        }
    }

    /** σ(x), from e = e^−|x|. */
    private static void logistic(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        for (int i = 0; i < n; i += COUNT) {
            FloatVector e = FloatVector.fromArray(SPECIES, scratch, POWER + i);
            FloatVector v = FloatVector.fromArray(SPECIES, x, from + i);
            one.blend(e, v.compare(LT, 0f)).div(e.add(1f)).intoArray(y, to + i);
        }
    }

    /** tanh x where |x| ≥ 0.625, from e = e^|2x|. */
    private static void large(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector two = FloatVector.broadcast(SPECIES, 2f);
        for (int i = 0; i < n; i += COUNT) {
            FloatVector e = FloatVector.fromArray(SPECIES, scratch, POWER + i);
            FloatVector v = FloatVector.fromArray(SPECIES, x, from + i);
            FloatVector value = one.sub(two.div(e.add(1f)));
            value.blend(value.neg(), v.compare(LT, 0f)).intoArray(scratch, POWER + i);
        }
    }

    /** The polynomial of tanh where |x| &lt; 0.625. */
    private static void joinSmall(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, from + i);
            FloatVector z = v.mul(v);
            FloatVector p = z.mul(-5.70498872745e-3f).add(2.06390887954e-2f);
            p = p.mul(z).sub(5.37397155531e-2f);
            p = p.mul(z).add(1.33314422036e-1f);
            p = p.mul(z).sub(3.33332819422e-1f);
            FloatVector small = p.mul(z).mul(v).add(v);
            FloatVector.fromArray(SPECIES, scratch, POWER + i)
                    .blend(small, v.lanewise(ABS).compare(LT, 0.625f))
                    .intoArray(y, to + i);
        }
    }

    /** A loop over n values, from x or the scratch memory to y or the scratch memory. */
    private interface Step {
        void run(int n, float[] x, int from, float[] y, int to, float[] scratch);
    }
}
