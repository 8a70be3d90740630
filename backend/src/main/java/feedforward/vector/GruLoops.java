package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static feedforward.vector.LstmLoops.row;

import feedforward.device.Activation;
import feedforward.device.GruBuffers;
import feedforward.device.GruGradients;
import feedforward.device.HeapBuffer;
import jdk.incubator.vector.FloatVector;

/** One row of a gated recurrent unit's step: lanes along the units, scalars for those behind the last whole vector. */
final class GruLoops {
    private GruLoops() {}

    static void forward(int row, int units, GruBuffers buffers, float[] scratch) {
        float[] zx = HeapBuffer.of(buffers.zx()).array();
        float[] zh = HeapBuffer.of(buffers.zh()).array();
        float[] before = HeapBuffer.of(buffers.hBefore()).array();
        float[] h = HeapBuffer.of(buffers.h()).array();
        int atX = row(buffers.zx(), row, 3 * units);
        int atZh = row(buffers.zh(), row, 3 * units);
        int atBefore = row(buffers.hBefore(), row, units);
        int atH = row(buffers.h(), row, units);
        ElementLoops.add(2 * units, zh, atZh, zx, atX);
        ActivationLoops.apply(Activation.SIGMOID, 2 * units, zx, atX, zx, atX, scratch);
        candidates(units, zx, atX, zh, atZh + 2 * units);
        ActivationLoops.apply(Activation.TANH, units, zx, atX + 2 * units, zx, atX + 2 * units, scratch);
        blend(units, zx, atX, before, atBefore, h, atH);
    }

    /** n's sum = zx + r·zh. */
    private static void candidates(int units, float[] gates, int r, float[] zh, int from) {
        int unit = 0;
        int n = r + 2 * units;
        for (; unit <= units - COUNT; unit += COUNT) {
            at(gates, n + unit)
                    .add(at(gates, r + unit).mul(at(zh, from + unit)))
                    .intoArray(gates, n + unit);
        }
        for (; unit < units; unit++) {
            gates[n + unit] = gates[n + unit] + gates[r + unit] * zh[from + unit];
        }
    }

    /** h = (1 − z)·n + z·hBefore. */
    private static void blend(int units, float[] gates, int r, float[] before, int from, float[] h, int to) {
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        int unit = 0;
        int z = r + units;
        int n = z + units;
        for (; unit <= units - COUNT; unit += COUNT) {
            FloatVector kept = at(gates, z + unit);
            one.sub(kept)
                    .mul(at(gates, n + unit))
                    .add(kept.mul(at(before, from + unit)))
                    .intoArray(h, to + unit);
        }
        for (; unit < units; unit++) {
            h[to + unit] = (1 - gates[z + unit]) * gates[n + unit] + gates[z + unit] * before[from + unit];
        }
    }

    static void backward(int row, int units, GruBuffers buffers, GruGradients gradients) {
        float[] gates = HeapBuffer.of(buffers.zx()).array();
        float[] zh = HeapBuffer.of(buffers.zh()).array();
        float[] before = HeapBuffer.of(buffers.hBefore()).array();
        float[] dH = HeapBuffer.of(gradients.dH()).array();
        float[] dZx = HeapBuffer.of(gradients.dZx()).array();
        float[] dZh = HeapBuffer.of(gradients.dZh()).array();
        float[] dBefore = HeapBuffer.of(gradients.dHBefore()).array();
        int atGate = row(buffers.zx(), row, 3 * units);
        int atZh = row(buffers.zh(), row, 3 * units);
        int atBefore = row(buffers.hBefore(), row, units);
        int atDH = row(gradients.dH(), row, units);
        int atDZx = row(gradients.dZx(), row, 3 * units);
        int atDZh = row(gradients.dZh(), row, 3 * units);
        int atDBefore = row(gradients.dHBefore(), row, units);
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        int unit = 0;
        for (; unit <= units - COUNT; unit += COUNT) {
            FloatVector r = at(gates, atGate + unit);
            FloatVector z = at(gates, atGate + units + unit);
            FloatVector n = at(gates, atGate + 2 * units + unit);
            FloatVector slope = at(dH, atDH + unit);
            FloatVector dN = slope.mul(one.sub(z)).mul(one.sub(n.mul(n)));
            FloatVector dZ = slope.mul(at(before, atBefore + unit).sub(n)).mul(z.mul(one.sub(z)));
            FloatVector dR = dN.mul(at(zh, atZh + 2 * units + unit)).mul(r.mul(one.sub(r)));
            dR.intoArray(dZx, atDZx + unit);
            dZ.intoArray(dZx, atDZx + units + unit);
            dN.intoArray(dZx, atDZx + 2 * units + unit);
            dR.intoArray(dZh, atDZh + unit);
            dZ.intoArray(dZh, atDZh + units + unit);
            dN.mul(r).intoArray(dZh, atDZh + 2 * units + unit);
            slope.mul(z).intoArray(dBefore, atDBefore + unit);
        }
        for (; unit < units; unit++) {
            float r = gates[atGate + unit];
            float z = gates[atGate + units + unit];
            float n = gates[atGate + 2 * units + unit];
            float slope = dH[atDH + unit];
            float dN = (slope * (1 - z)) * (1 - n * n);
            float dZ = (slope * (before[atBefore + unit] - n)) * (z * (1 - z));
            float dR = (dN * zh[atZh + 2 * units + unit]) * (r * (1 - r));
            dZx[atDZx + unit] = dR;
            dZx[atDZx + units + unit] = dZ;
            dZx[atDZx + 2 * units + unit] = dN;
            dZh[atDZh + unit] = dR;
            dZh[atDZh + units + unit] = dZ;
            dZh[atDZh + 2 * units + unit] = dN * r;
            dBefore[atDBefore + unit] = slope * z;
        }
    }

    private static FloatVector at(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
