package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;
import static feedforward.vector.LstmLoops.row;

import feedforward.device.ExactMath;
import feedforward.device.GruBuffers;
import feedforward.device.GruGradients;
import feedforward.device.HeapBuffer;
import jdk.incubator.vector.FloatVector;

/** One row of a gated recurrent unit's step: lanes along the units, scalars for those behind the last whole vector. */
final class GruLoops {
    private GruLoops() {}

    static void forward(int row, int units, GruBuffers buffers) {
        float[] zx = HeapBuffer.of(buffers.zx()).array();
        float[] zh = HeapBuffer.of(buffers.zh()).array();
        float[] before = HeapBuffer.of(buffers.hBefore()).array();
        float[] h = HeapBuffer.of(buffers.h()).array();
        int atX = row(buffers.zx(), row, 3 * units);
        int atZh = row(buffers.zh(), row, 3 * units);
        int atBefore = row(buffers.hBefore(), row, units);
        int atH = row(buffers.h(), row, units);
        int unit = 0;
        for (; unit <= units - COUNT; unit += COUNT) {
            int x = atX + unit;
            int s = atZh + unit;
            FloatVector r = VectorMath.sigmoid(at(zx, x).add(at(zh, s)));
            FloatVector z = VectorMath.sigmoid(at(zx, x + units).add(at(zh, s + units)));
            FloatVector n = VectorMath.tanh(at(zx, x + 2 * units).add(r.mul(at(zh, s + 2 * units))));
            r.intoArray(zx, x);
            z.intoArray(zx, x + units);
            n.intoArray(zx, x + 2 * units);
            VectorMath.one()
                    .sub(z)
                    .mul(n)
                    .add(z.mul(at(before, atBefore + unit)))
                    .intoArray(h, atH + unit);
        }
        for (; unit < units; unit++) {
            int x = atX + unit;
            int s = atZh + unit;
            float r = ExactMath.sigmoid(zx[x] + zh[s]);
            float z = ExactMath.sigmoid(zx[x + units] + zh[s + units]);
            float n = ExactMath.tanh(zx[x + 2 * units] + r * zh[s + 2 * units]);
            zx[x] = r;
            zx[x + units] = z;
            zx[x + 2 * units] = n;
            h[atH + unit] = (1 - z) * n + z * before[atBefore + unit];
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
        FloatVector one = VectorMath.one();
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
