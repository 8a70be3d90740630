package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import feedforward.device.HeapBuffer;
import feedforward.device.MomentBuffers;
import feedforward.device.RmsPropRates;
import jdk.incubator.vector.FloatVector;

/** The updates that remember one number per weight, over ranges of whole vectors. */
final class Moments {
    private final float[] g;
    private final float[] u;
    private final float[] w;
    private final int atG;
    private final int atU;
    private final int atW;

    Moments(MomentBuffers buffers) {
        g = HeapBuffer.of(buffers.g()).array();
        u = HeapBuffer.of(buffers.u()).array();
        w = HeapBuffer.of(buffers.w()).array();
        atG = HeapBuffer.of(buffers.g()).offset();
        atU = HeapBuffer.of(buffers.u()).offset();
        atW = HeapBuffer.of(buffers.w()).offset();
    }

    void momentum(int first, int last, float rate, float momentum) {
        for (int i = first; i < last; i += COUNT) {
            FloatVector now = remembered(i).mul(momentum).add(gradient(i));
            now.intoArray(u, atU + i);
            weight(i).sub(now.mul(rate)).intoArray(w, atW + i);
        }
    }

    void nesterov(int first, int last, float rate, float momentum) {
        for (int i = first; i < last; i += COUNT) {
            FloatVector slope = gradient(i);
            FloatVector now = remembered(i).mul(momentum).add(slope);
            now.intoArray(u, atU + i);
            weight(i).sub(slope.add(now.mul(momentum)).mul(rate)).intoArray(w, atW + i);
        }
    }

    void adagrad(int first, int last, float rate, float epsilon) {
        for (int i = first; i < last; i += COUNT) {
            FloatVector slope = gradient(i);
            FloatVector now = remembered(i).add(slope.mul(slope));
            now.intoArray(u, atU + i);
            weight(i).sub(slope.mul(rate).div(now.sqrt().add(epsilon))).intoArray(w, atW + i);
        }
    }

    void rmsProp(int first, int last, RmsPropRates rates) {
        float rest = 1f - rates.decay();
        for (int i = first; i < last; i += COUNT) {
            FloatVector slope = gradient(i);
            FloatVector now =
                    remembered(i).mul(rates.decay()).add(slope.mul(slope).mul(rest));
            now.intoArray(u, atU + i);
            weight(i)
                    .sub(slope.mul(rates.rate()).div(now.sqrt().add(rates.epsilon())))
                    .intoArray(w, atW + i);
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
