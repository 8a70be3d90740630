package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static feedforward.vector.VectorUpdates.squareRoot;

import feedforward.device.HeapBuffer;
import feedforward.device.MomentBuffers;
import jdk.incubator.vector.FloatVector;

/** The updates that remember one number per weight, as vectors, and scalars behind the last whole one. Mutable: keeps the numbers at hand. */
final class Moments {
    private float[] g;
    private float[] u;
    private float[] w;
    private int atG;
    private int atU;
    private int atW;

    void take(MomentBuffers buffers) {
        g = HeapBuffer.of(buffers.g()).array();
        u = HeapBuffer.of(buffers.u()).array();
        w = HeapBuffer.of(buffers.w()).array();
        atG = HeapBuffer.of(buffers.g()).offset();
        atU = HeapBuffer.of(buffers.u()).offset();
        atW = HeapBuffer.of(buffers.w()).offset();
    }

    void momentum(int first, int last, float rate, float momentum) {
        int i = first;
        for (; i <= last - COUNT; i += COUNT) {
            FloatVector now = remembered(i).mul(momentum).add(gradient(i));
            now.intoArray(u, atU + i);
            weight(i).sub(now.mul(rate)).intoArray(w, atW + i);
        }
        for (; i < last; i++) {
            u[atU + i] = momentum * u[atU + i] + g[atG + i];
            w[atW + i] = w[atW + i] - rate * u[atU + i];
        }
    }

    void nesterov(int first, int last, float rate, float momentum) {
        int i = first;
        for (; i <= last - COUNT; i += COUNT) {
            FloatVector slope = gradient(i);
            FloatVector now = remembered(i).mul(momentum).add(slope);
            now.intoArray(u, atU + i);
            weight(i).sub(slope.add(now.mul(momentum)).mul(rate)).intoArray(w, atW + i);
        }
        for (; i < last; i++) {
            u[atU + i] = momentum * u[atU + i] + g[atG + i];
            w[atW + i] = w[atW + i] - rate * (g[atG + i] + momentum * u[atU + i]);
        }
    }

    void adagrad(int first, int last, float rate, float epsilon) {
        int i = first;
        for (; i <= last - COUNT; i += COUNT) {
            FloatVector slope = gradient(i);
            FloatVector now = remembered(i).add(slope.mul(slope));
            now.intoArray(u, atU + i);
            weight(i).sub(slope.mul(rate).div(now.sqrt().add(epsilon))).intoArray(w, atW + i);
        }
        for (; i < last; i++) {
            u[atU + i] = u[atU + i] + g[atG + i] * g[atG + i];
            w[atW + i] = w[atW + i] - (rate * g[atG + i]) / (squareRoot(u[atU + i]) + epsilon);
        }
    }

    void rmsProp(int first, int last, float rate, float decay, float epsilon) {
        float rest = 1f - decay;
        int i = first;
        for (; i <= last - COUNT; i += COUNT) {
            FloatVector slope = gradient(i);
            FloatVector now = remembered(i).mul(decay).add(slope.mul(slope).mul(rest));
            now.intoArray(u, atU + i);
            weight(i).sub(slope.mul(rate).div(now.sqrt().add(epsilon))).intoArray(w, atW + i);
        }
        for (; i < last; i++) {
            u[atU + i] = decay * u[atU + i] + rest * (g[atG + i] * g[atG + i]);
            w[atW + i] = w[atW + i] - (rate * g[atG + i]) / (squareRoot(u[atU + i]) + epsilon);
        }
    }

    private FloatVector gradient(int i) {
        return FloatVector.fromArray(SPECIES, g, atG + i);
    }

    private FloatVector remembered(int i) {
        return FloatVector.fromArray(SPECIES, u, atU + i);
    }

    private FloatVector weight(int i) {
        return FloatVector.fromArray(SPECIES, w, atW + i);
    }
}
