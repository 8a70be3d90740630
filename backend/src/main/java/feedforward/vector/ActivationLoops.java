package feedforward.vector;

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

    private ActivationLoops() {}

    /** y[to + i] = f(z[from + i]) for i in 0 … n−1. */
    static void apply(Activation f, int n, float[] z, int from, float[] y, int to) {
        int whole = SPECIES.loopBound(n);
        switch (f) {
            case LINEAR -> System.arraycopy(z, from, y, to, whole);
            case RELU -> relu(whole, z, from, y, to);
            case LEAKY_RELU -> leakyRelu(whole, z, from, y, to);
            case SIGMOID -> sigmoid(whole, z, from, y, to);
            case TANH -> tanh(whole, z, from, y, to);
            case GELU -> gelu(whole, z, from, y, to);
            case SOFTPLUS -> whole = 0;
        }
        for (int i = whole; i < n; i++) {
            y[to + i] = f.apply(z[from + i]);
        }
    }

    /** dZ[to + i] = dY[from + i]·f′(saved[at + i]) for i in 0 … n−1. */
    static void gradient(Activation f, int n, float[] saved, int at, float[] dY, int from, float[] dZ, int to) {
        int whole = SPECIES.loopBound(n);
        switch (f) {
            case LINEAR -> System.arraycopy(dY, from, dZ, to, whole);
            case RELU -> reluGradient(whole, saved, at, dY, from, dZ, to);
            case LEAKY_RELU -> leakyReluGradient(whole, saved, at, dY, from, dZ, to);
            case SIGMOID -> sigmoidGradient(whole, saved, at, dY, from, dZ, to);
            case TANH -> tanhGradient(whole, saved, at, dY, from, dZ, to);
            case GELU -> geluGradient(whole, saved, at, dY, from, dZ, to);
            case SOFTPLUS -> softplusGradient(whole, saved, at, dY, from, dZ, to);
        }
        for (int i = whole; i < n; i++) {
            dZ[to + i] = f.gradient(saved[at + i], dY[from + i]);
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

    private static void sigmoid(int n, float[] z, int from, float[] y, int to) {
        for (int i = 0; i < n; i += COUNT) {
            VectorMath.sigmoid(FloatVector.fromArray(SPECIES, z, from + i)).intoArray(y, to + i);
        }
    }

    private static void tanh(int n, float[] z, int from, float[] y, int to) {
        for (int i = 0; i < n; i += COUNT) {
            VectorMath.tanh(FloatVector.fromArray(SPECIES, z, from + i)).intoArray(y, to + i);
        }
    }

    private static void gelu(int n, float[] z, int from, float[] y, int to) {
        for (int i = 0; i < n; i += COUNT) {
            VectorMath.gelu(FloatVector.fromArray(SPECIES, z, from + i)).intoArray(y, to + i);
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
            FloatVector slope = v.mul(VectorMath.one().sub(v));
            FloatVector.fromArray(SPECIES, dY, from + i).mul(slope).intoArray(dZ, to + i);
        }
    }

    private static void tanhGradient(int n, float[] y, int at, float[] dY, int from, float[] dZ, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector v = FloatVector.fromArray(SPECIES, y, at + i);
            FloatVector slope = VectorMath.one().sub(v.mul(v));
            FloatVector.fromArray(SPECIES, dY, from + i).mul(slope).intoArray(dZ, to + i);
        }
    }

    private static void geluGradient(int n, float[] z, int at, float[] dY, int from, float[] dZ, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector slope = VectorMath.geluSlope(FloatVector.fromArray(SPECIES, z, at + i));
            FloatVector.fromArray(SPECIES, dY, from + i).mul(slope).intoArray(dZ, to + i);
        }
    }

    private static void softplusGradient(int n, float[] z, int at, float[] dY, int from, float[] dZ, int to) {
        for (int i = 0; i < n; i += COUNT) {
            FloatVector slope = VectorMath.sigmoid(FloatVector.fromArray(SPECIES, z, at + i));
            FloatVector.fromArray(SPECIES, dY, from + i).mul(slope).intoArray(dZ, to + i);
        }
    }
}
