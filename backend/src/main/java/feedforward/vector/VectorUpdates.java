package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import feedforward.device.AdamBuffers;
import feedforward.device.AdamRates;
import feedforward.device.Buffer;
import feedforward.device.HeapBuffer;
import feedforward.device.MomentBuffers;
import feedforward.device.RmsPropRates;
import feedforward.device.UpdateKernels;
import jdk.incubator.vector.FloatVector;

/** {@link UpdateKernels}: the common ones as vectors, what is left behind the last whole vector by the reference. */
final class VectorUpdates implements UpdateKernels {
    private final Team team;
    private final UpdateKernels reference;

    VectorUpdates(Team team, UpdateKernels reference) {
        this.team = team;
        this.reference = reference;
    }

    @Override
    public void sgd(int n, float rate, Buffer g, Buffer w) {
        int whole = SPECIES.loopBound(n);
        HeapBuffer gradient = HeapBuffer.of(g);
        HeapBuffer weight = HeapBuffer.of(w);
        team.split(whole, whole, (first, last, scratch) -> sgd(first, last, rate, gradient, weight));
        if (whole < n) {
            reference.sgd(n - whole, rate, rest(g, whole, n), rest(w, whole, n));
        }
    }

    @Override
    public void momentum(int n, float rate, float momentum, MomentBuffers buffers) {
        int whole = SPECIES.loopBound(n);
        Moments moments = new Moments(buffers);
        team.split(whole, 2L * whole, (first, last, scratch) -> moments.momentum(first, last, rate, momentum));
        if (whole < n) {
            reference.momentum(n - whole, rate, momentum, rest(buffers, whole, n));
        }
    }

    @Override
    public void nesterov(int n, float rate, float momentum, MomentBuffers buffers) {
        int whole = SPECIES.loopBound(n);
        Moments moments = new Moments(buffers);
        team.split(whole, 2L * whole, (first, last, scratch) -> moments.nesterov(first, last, rate, momentum));
        if (whole < n) {
            reference.nesterov(n - whole, rate, momentum, rest(buffers, whole, n));
        }
    }

    @Override
    public void adagrad(int n, float rate, float epsilon, MomentBuffers buffers) {
        int whole = SPECIES.loopBound(n);
        Moments moments = new Moments(buffers);
        team.split(whole, 4L * whole, (first, last, scratch) -> moments.adagrad(first, last, rate, epsilon));
        if (whole < n) {
            reference.adagrad(n - whole, rate, epsilon, rest(buffers, whole, n));
        }
    }

    @Override
    public void rmsProp(int n, RmsPropRates rates, MomentBuffers buffers) {
        int whole = SPECIES.loopBound(n);
        Moments moments = new Moments(buffers);
        team.split(whole, 4L * whole, (first, last, scratch) -> moments.rmsProp(first, last, rates));
        if (whole < n) {
            reference.rmsProp(n - whole, rates, rest(buffers, whole, n));
        }
    }

    @Override
    public void adam(int n, AdamRates rates, AdamBuffers buffers) {
        int whole = SPECIES.loopBound(n);
        HeapBuffer g = HeapBuffer.of(buffers.g());
        HeapBuffer m = HeapBuffer.of(buffers.m());
        HeapBuffer v = HeapBuffer.of(buffers.v());
        HeapBuffer w = HeapBuffer.of(buffers.w());
        team.split(whole, 5L * whole, (first, last, scratch) -> adam(first, last, rates, g, m, v, w));
        if (whole < n) {
            reference.adam(
                    n - whole,
                    rates,
                    new AdamBuffers(rest(g, whole, n), rest(m, whole, n), rest(v, whole, n), rest(w, whole, n)));
        }
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

    private static void sgd(int first, int last, float rate, HeapBuffer gradient, HeapBuffer weight) {
        float[] g = gradient.array();
        float[] w = weight.array();
        int from = gradient.offset();
        int to = weight.offset();
        for (int i = first; i < last; i += COUNT) {
            FloatVector.fromArray(SPECIES, w, to + i)
                    .sub(FloatVector.fromArray(SPECIES, g, from + i).mul(rate))
                    .intoArray(w, to + i);
        }
    }

    private static void adam(
            int first,
            int last,
            AdamRates rates,
            HeapBuffer gradient,
            HeapBuffer mean,
            HeapBuffer square,
            HeapBuffer weight) {
        float[] g = gradient.array();
        float[] m = mean.array();
        float[] v = square.array();
        float[] w = weight.array();
        int atG = gradient.offset();
        int atM = mean.offset();
        int atV = square.offset();
        int atW = weight.offset();
        float beta1 = rates.beta1();
        float beta2 = rates.beta2();
        float rest1 = 1f - beta1;
        float rest2 = 1f - beta2;
        float rate = rates.rate();
        float correction = rates.correction();
        float epsilon = rates.epsilon();
        for (int i = first; i < last; i += COUNT) {
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
    }

    private static Buffer rest(Buffer buffer, int from, int n) {
        return buffer.slice(from, n - from);
    }

    private static MomentBuffers rest(MomentBuffers buffers, int from, int n) {
        return new MomentBuffers(rest(buffers.g(), from, n), rest(buffers.u(), from, n), rest(buffers.w(), from, n));
    }
}
