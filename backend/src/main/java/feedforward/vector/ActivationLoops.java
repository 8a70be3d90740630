package feedforward.vector;

import static feedforward.vector.ExactLoops.CHUNK;
import static feedforward.vector.ExactLoops.KEPT;
import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import feedforward.device.Activation;
import jdk.incubator.vector.FloatVector;

/**
 * {@link Activation}s and their gradients over ranges of arrays. A loop per function: a vector that crosses a call through an
 * interface would become an object. What is left behind the last whole vector goes through the scalar function.
 */
final class ActivationLoops {
    private static final float LEAK = 0.01f;
    private static final float SQRT_2_PI = 0.7978845608f;

    private ActivationLoops() {}

    /** y[to + i] = f(z[from + i]) for i in 0 … n−1. */
    static void apply(Activation f, int n, float[] z, int from, float[] y, int to, float[] scratch) {
        int whole = f == Activation.SOFTPLUS ? 0 : SPECIES.loopBound(n);
        for (int i = 0; i < whole; i += CHUNK) {
            applyVectors(f, Math.min(CHUNK, whole - i), z, from + i, y, to + i, scratch);
        }
        for (int i = whole; i < n; i++) {
            y[to + i] = f.apply(z[from + i]);
        }
    }

    private static void applyVectors(Activation f, int n, float[] z, int from, float[] y, int to, float[] scratch) {
        switch (f) {
            case LINEAR -> System.arraycopy(z, from, y, to, n);
            case RELU -> relu(n, z, from, y, to);
            case LEAKY_RELU -> leakyRelu(n, z, from, y, to);
            case SIGMOID -> ExactLoops.sigmoid(n, z, from, y, to, scratch);
            case TANH -> ExactLoops.tanh(n, z, from, y, to, scratch);
            case GELU -> gelu(n, z, from, y, to, scratch);
            case SOFTPLUS -> throw new IllegalArgumentException("Activation: softplus has no vectors");
        }
    }

    /** dZ[to + i] = dY[from + i]·f′(saved[at + i]) for i in 0 … n−1. */
    static void gradient(
            Activation f, int n, float[] saved, int at, float[] dY, int from, float[] dZ, int to, float[] scratch) {
        int whole = SPECIES.loopBound(n);
        for (int i = 0; i < whole; i += CHUNK) {
            int count = Math.min(CHUNK, whole - i);
            gradientVectors(f, count, saved, at + i, dY, from + i, dZ, to + i, scratch);
        }
        for (int i = whole; i < n; i++) {
            dZ[to + i] = f.gradient(saved[at + i], dY[from + i]);
        }
    }

    private static void gradientVectors(
            Activation f, int n, float[] saved, int at, float[] dY, int from, float[] dZ, int to, float[] scratch) {
        switch (f) {
            case LINEAR -> System.arraycopy(dY, from, dZ, to, n);
            case RELU -> reluGradient(n, saved, at, dY, from, dZ, to);
            case LEAKY_RELU -> leakyReluGradient(n, saved, at, dY, from, dZ, to);
            case SIGMOID -> sigmoidGradient(n, saved, at, dY, from, dZ, to);
            case TANH -> tanhGradient(n, saved, at, dY, from, dZ, to);
            case GELU -> geluGradient(n, saved, at, dY, from, dZ, to, scratch);
            case SOFTPLUS -> softplusGradient(n, saved, at, dY, from, dZ, to, scratch);
        }
    }

    private static void relu(int n, float[] z, int from, float[] y, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, z, from + i);
            v.blend(0f, v.compare(LE, 0f)).intoArray(y, to + i);
        }
    }

    private static void leakyRelu(int n, float[] z, int from, float[] y, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, z, from + i);
            v.mul(LEAK).blend(v, v.compare(GT, 0f)).intoArray(y, to + i);
        }
    }

    private static void reluGradient(int n, float[] y, int at, float[] dY, int from, float[] dZ, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, y, at + i);
            FloatVector.zero(SPECIES)
                    .blend(FloatVector.fromArray(SPECIES, dY, from + i), v.compare(GT, 0f))
                    .intoArray(dZ, to + i);
        }
    }

    private static void leakyReluGradient(int n, float[] y, int at, float[] dY, int from, float[] dZ, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, y, at + i);
            FloatVector slope = FloatVector.fromArray(SPECIES, dY, from + i);
            slope.mul(LEAK).blend(slope, v.compare(GT, 0f)).intoArray(dZ, to + i);
        }
    }

    private static void sigmoidGradient(int n, float[] y, int at, float[] dY, int from, float[] dZ, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, y, at + i);
            FloatVector slope = v.mul(FloatVector.broadcast(SPECIES, 1f).sub(v));
            FloatVector.fromArray(SPECIES, dY, from + i).mul(slope).intoArray(dZ, to + i);
        }
    }

    private static void tanhGradient(int n, float[] y, int at, float[] dY, int from, float[] dZ, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, y, at + i);
            FloatVector slope = FloatVector.broadcast(SPECIES, 1f).sub(v.mul(v));
            FloatVector.fromArray(SPECIES, dY, from + i).mul(slope).intoArray(dZ, to + i);
        }
    }

    private static void gelu(int n, float[] z, int from, float[] y, int to, float[] scratch) {
        geluInnerTanh(n, z, from, scratch);
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, z, from + i);
            FloatVector t = FloatVector.fromArray(SPECIES, scratch, KEPT + i);
            v.mul(0.5f).mul(t.add(1f)).intoArray(y, to + i);
        }
    }

    private static void geluGradient(
            int n, float[] z, int at, float[] dY, int from, float[] dZ, int to, float[] scratch) {
        geluInnerTanh(n, z, at, scratch);
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, z, at + i);
            FloatVector t = FloatVector.fromArray(SPECIES, scratch, KEPT + i);
            FloatVector slope = v.mul(v).mul(0.134145f).add(1f).mul(SQRT_2_PI);
            FloatVector inner = v.mul(0.5f).mul(one.sub(t.mul(t))).mul(slope);
            FloatVector derivative = t.add(1f).mul(0.5f).add(inner);
            FloatVector.fromArray(SPECIES, dY, from + i).mul(derivative).intoArray(dZ, to + i);
        }
    }

    /** The tanh in {@link Activation#GELU}, into the kept part of the scratch memory. */
    private static void geluInnerTanh(int n, float[] z, int from, float[] scratch) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, z, from + i);
            v.add(v.mul(v).mul(v).mul(0.044715f)).mul(SQRT_2_PI).intoArray(scratch, KEPT + i);
        }
        ExactLoops.tanh(n, scratch, KEPT, scratch, KEPT, scratch);
    }

    private static void softplusGradient(
            int n, float[] z, int at, float[] dY, int from, float[] dZ, int to, float[] scratch) {
        ExactLoops.sigmoid(n, z, at, scratch, KEPT, scratch);
        for (int i = 0; i < n; i += COUNT) {
            FloatVector.fromArray(SPECIES, dY, from + i)
                    .mul(FloatVector.fromArray(SPECIES, scratch, KEPT + i))
                    .intoArray(dZ, to + i);
        }
    }
}
