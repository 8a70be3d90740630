package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import feedforward.device.Counter;
import feedforward.device.Dropout;
import feedforward.device.ExactMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Simple functions of elements over ranges of arrays. */
final class ElementLoops {
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SPECIES.vectorShape());

    private ElementLoops() {}

    static void add(int n, float[] x, int from, float[] y, int to) {
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            FloatVector.fromArray(SPECIES, y, to + i)
                    .add(FloatVector.fromArray(SPECIES, x, from + i))
                    .intoArray(y, to + i);
        }
        for (; i < n; i++) {
            y[to + i] = y[to + i] + x[from + i];
        }
    }

    static void scale(int n, float factor, float[] x, int from, float[] y, int to) {
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            FloatVector.fromArray(SPECIES, x, from + i).mul(factor).intoArray(y, to + i);
        }
        for (; i < n; i++) {
            y[to + i] = x[from + i] * factor;
        }
    }

    /** y = a·b. */
    static void multiply(int n, float[] a, int fromA, float[] b, int fromB, float[] y, int to) {
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            FloatVector.fromArray(SPECIES, a, fromA + i)
                    .mul(FloatVector.fromArray(SPECIES, b, fromB + i))
                    .intoArray(y, to + i);
        }
        for (; i < n; i++) {
            y[to + i] = a[fromA + i] * b[fromB + i];
        }
    }

    /** y = eˣ; y may be x. */
    static void exp(int n, float[] x, int from, float[] y, int to, float[] scratch) {
        int whole = SPECIES.loopBound(n);
        for (int i = 0; i < whole; i += ExactLoops.CHUNK) {
            ExactLoops.exp(Math.min(ExactLoops.CHUNK, whole - i), x, from + i, y, to + i, scratch);
        }
        for (int i = whole; i < n; i++) {
            y[to + i] = ExactMath.exp(x[from + i]);
        }
    }

    /** Elements first … last−1 of the whole tensor. */
    static void dropout(Dropout dropout, int first, int last, float[] x, int from, float[] y, int to) {
        int i = first;
        for (; i <= last - COUNT; i += COUNT) {
            IntVector bits = bits(dropout.counter(), i);
            IntVector dropped = bits.lanewise(LSHR, 8).sub(dropout.threshold()).lanewise(ASHR, 31);
            FloatVector scaled = FloatVector.fromArray(SPECIES, x, from + i).mul(dropout.scale());
            scaled.reinterpretAsInts().and(dropped.not()).reinterpretAsFloats().intoArray(y, to + i);
        }
        for (; i < last; i++) {
            y[to + i] = dropout.keeps(i) ? x[from + i] * dropout.scale() : 0f;
        }
    }

    /** {@link Counter#bits} of {@code first} and the indices behind it. */
    private static IntVector bits(Counter counter, int first) {
        IntVector index = IntVector.broadcast(INTS, first).addIndex(1);
        return mix(mix(index.lanewise(XOR, counter.key0())).lanewise(XOR, counter.key1()));
    }

    private static IntVector mix(IntVector value) {
        IntVector x = value;
        x = x.lanewise(XOR, x.lanewise(LSHR, 16));
        x = x.mul(0x7feb352d);
        x = x.lanewise(XOR, x.lanewise(LSHR, 15));
        x = x.mul(0x846ca68b);
        return x.lanewise(XOR, x.lanewise(LSHR, 16));
    }
}
