package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import feedforward.device.AdamBuffers;
import feedforward.device.AdamConstants;
import feedforward.device.Buffer;
import feedforward.device.HeapBuffer;
import feedforward.device.MomentBuffers;
import feedforward.device.UpdateKernels;
import jdk.incubator.vector.FloatVector;

/** {@link UpdateKernels}: the optimisers as vectors, the others by the reference. Mutable: keeps the call at hand. */
final class VectorUpdates implements UpdateKernels {
    private final Team team;
    private final UpdateKernels reference;
    private final Moments moments = new Moments();
    private final Team.Range sgd = this::sgd;
    private final Team.Range momentum = this::momentum;
    private final Team.Range nesterov = this::nesterov;
    private final Team.Range adagrad = this::adagrad;
    private final Team.Range rmsProp = this::rmsProp;
    private final Team.Range adam = this::adam;

    private HeapBuffer gradient;
    private HeapBuffer weight;
    private HeapBuffer mean;
    private HeapBuffer square;
    private AdamConstants constants;
    private float rate;
    private float correction;
    /** Momentum's factor, or the moving mean's. */
    private float kept;

    private float epsilon;

    VectorUpdates(Team team, UpdateKernels reference) {
        this.team = team;
        this.reference = reference;
    }

    @Override
    public void sgd(int n, float rate, Buffer g, Buffer w) {
        gradient = HeapBuffer.of(g);
        weight = HeapBuffer.of(w);
        this.rate = rate;
        team.split(n, n, sgd);
    }

    @Override
    public void momentum(int n, float rate, float momentum, MomentBuffers buffers) {
        take(rate, momentum, 0, buffers);
        team.split(n, 2L * n, this.momentum);
    }

    @Override
    public void nesterov(int n, float rate, float momentum, MomentBuffers buffers) {
        take(rate, momentum, 0, buffers);
        team.split(n, 2L * n, nesterov);
    }

    @Override
    public void adagrad(int n, float rate, float epsilon, MomentBuffers buffers) {
        take(rate, 1, epsilon, buffers);
        team.split(n, 4L * n, adagrad);
    }

    @Override
    public void rmsProp(int n, float rate, float decay, float epsilon, MomentBuffers buffers) {
        take(rate, decay, epsilon, buffers);
        team.split(n, 4L * n, rmsProp);
    }

    @Override
    public void adam(int n, float rate, float correction, AdamConstants constants, AdamBuffers buffers) {
        gradient = HeapBuffer.of(buffers.g());
        mean = HeapBuffer.of(buffers.m());
        square = HeapBuffer.of(buffers.v());
        weight = HeapBuffer.of(buffers.w());
        this.rate = rate;
        this.correction = correction;
        this.constants = constants;
        team.split(n, 5L * n, adam);
    }

    @Override
    public void decay(int n, float factor, Buffer w) {
        HeapBuffer weight = HeapBuffer.of(w);
        ElementLoops.scale(n, factor, weight.array(), weight.offset(), weight.array(), weight.offset());
    }

    @Override
    public void addPenaltyGradient(int n, float l1, float l2, Buffer w, Buffer g) {
        reference.addPenaltyGradient(n, l1, l2, w, g);
    }

    @Override
    public double sumOfSquares(int n, Buffer x) {
        return reference.sumOfSquares(n, x);
    }

    private void take(float rate, float kept, float epsilon, MomentBuffers buffers) {
        moments.take(buffers);
        this.rate = rate;
        this.kept = kept;
        this.epsilon = epsilon;
    }

    private void momentum(int first, int last, float[] scratch) {
        moments.momentum(first, last, rate, kept);
    }

    private void nesterov(int first, int last, float[] scratch) {
        moments.nesterov(first, last, rate, kept);
    }

    private void adagrad(int first, int last, float[] scratch) {
        moments.adagrad(first, last, rate, epsilon);
    }

    private void rmsProp(int first, int last, float[] scratch) {
        moments.rmsProp(first, last, rate, kept, epsilon);
    }

    private void sgd(int first, int last, float[] scratch) {
        float[] g = gradient.array();
        float[] w = weight.array();
        int from = gradient.offset();
        int to = weight.offset();
        int i = first;
        for (; i <= last - COUNT; i += COUNT) {
            FloatVector.fromArray(SPECIES, w, to + i)
                    .sub(FloatVector.fromArray(SPECIES, g, from + i).mul(rate))
                    .intoArray(w, to + i);
        }
        for (; i < last; i++) {
            w[to + i] = w[to + i] - rate * g[from + i];
        }
    }

    private void adam(int first, int last, float[] scratch) {
        float[] g = gradient.array();
        float[] m = mean.array();
        float[] v = square.array();
        float[] w = weight.array();
        int atG = gradient.offset();
        int atM = mean.offset();
        int atV = square.offset();
        int atW = weight.offset();
        float beta1 = constants.beta1();
        float beta2 = constants.beta2();
        float rest1 = 1f - beta1;
        float rest2 = 1f - beta2;
        float epsilon = constants.epsilon();
        int i = first;
        for (; i <= last - COUNT; i += COUNT) {
            FloatVector slope = FloatVector.fromArray(SPECIES, g, atG + i);
            FloatVector newMean =
                    FloatVector.fromArray(SPECIES, m, atM + i).mul(beta1).add(slope.mul(rest1));
            FloatVector newSquare = FloatVector.fromArray(SPECIES, v, atV + i)
                    .mul(beta2)
                    .add(slope.mul(slope).mul(rest2));
            newMean.intoArray(m, atM + i);
            newSquare.intoArray(v, atV + i);
            FloatVector change =
                    newMean.mul(rate).div(newSquare.sqrt().mul(correction).add(epsilon));
            FloatVector.fromArray(SPECIES, w, atW + i).sub(change).intoArray(w, atW + i);
        }
        for (; i < last; i++) {
            float slope = g[atG + i];
            m[atM + i] = beta1 * m[atM + i] + rest1 * slope;
            v[atV + i] = beta2 * v[atV + i] + rest2 * (slope * slope);
            w[atW + i] = w[atW + i] - (rate * m[atM + i]) / (squareRoot(v[atV + i]) * correction + epsilon);
        }
    }

    /** The root of a float in double, rounded to float, is the float nearest to the root. */
    static float squareRoot(float value) {
        return (float) Math.sqrt(value);
    }
}
