package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;
import static feedforward.vector.Lanes.SPECIES;

import feedforward.device.Activation;
import feedforward.device.Buffer;
import feedforward.device.HeapBuffer;
import feedforward.device.LstmBuffers;
import feedforward.device.LstmGradients;
import jdk.incubator.vector.FloatVector;

/**
 * One row of a long short-term memory's step: lanes along the units, scalars for those behind the last whole vector. Loops
 * one after the other, as one for all would be too large for HotSpot.
 */
final class LstmLoops {
    private LstmLoops() {}

    static void forward(int row, int units, Buffer bias, LstmBuffers buffers, float[] scratch) {
        float[] b = HeapBuffer.of(bias).array();
        float[] z = HeapBuffer.of(buffers.gates()).array();
        float[] cBefore = HeapBuffer.of(buffers.cBefore()).array();
        float[] c = HeapBuffer.of(buffers.c()).array();
        float[] tanhC = HeapBuffer.of(buffers.tanhC()).array();
        float[] h = HeapBuffer.of(buffers.h()).array();
        int atB = HeapBuffer.of(bias).offset();
        int atZ = row(buffers.gates(), row, 4 * units);
        int atBefore = row(buffers.cBefore(), row, units);
        int atC = row(buffers.c(), row, units);
        int atTanh = row(buffers.tanhC(), row, units);
        int atH = row(buffers.h(), row, units);
        ElementLoops.add(4 * units, b, atB, z, atZ);
        ActivationLoops.apply(Activation.SIGMOID, 2 * units, z, atZ, z, atZ, scratch);
        ActivationLoops.apply(Activation.TANH, units, z, atZ + 2 * units, z, atZ + 2 * units, scratch);
        ActivationLoops.apply(Activation.SIGMOID, units, z, atZ + 3 * units, z, atZ + 3 * units, scratch);
        cells(units, z, atZ, cBefore, atBefore, c, atC);
        ActivationLoops.apply(Activation.TANH, units, c, atC, tanhC, atTanh, scratch);
        ElementLoops.multiply(units, z, atZ + 3 * units, tanhC, atTanh, h, atH);
    }

    /** c = f·cBefore + i·g. */
    private static void cells(int units, float[] z, int gates, float[] cBefore, int from, float[] c, int to) {
        int unit = 0;
        for (; unit <= units - COUNT; unit += COUNT) {
            FloatVector kept = at(z, gates + units + unit).mul(at(cBefore, from + unit));
            FloatVector fresh = at(z, gates + unit).mul(at(z, gates + 2 * units + unit));
            kept.add(fresh).intoArray(c, to + unit);
        }
        for (; unit < units; unit++) {
            float kept = z[gates + units + unit] * cBefore[from + unit];
            c[to + unit] = kept + z[gates + unit] * z[gates + 2 * units + unit];
        }
    }

    static void backward(int row, int units, LstmBuffers buffers, LstmGradients gradients) {
        float[] z = HeapBuffer.of(buffers.gates()).array();
        float[] cBefore = HeapBuffer.of(buffers.cBefore()).array();
        float[] tanhC = HeapBuffer.of(buffers.tanhC()).array();
        float[] dH = HeapBuffer.of(gradients.dH()).array();
        float[] dC = HeapBuffer.of(gradients.dC()).array();
        float[] dZ = HeapBuffer.of(gradients.dZ()).array();
        int atZ = row(buffers.gates(), row, 4 * units);
        int atBefore = row(buffers.cBefore(), row, units);
        int atTanh = row(buffers.tanhC(), row, units);
        int atDH = row(gradients.dH(), row, units);
        int atDC = row(gradients.dC(), row, units);
        int atDZ = row(gradients.dZ(), row, 4 * units);
        FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        int unit = 0;
        for (; unit <= units - COUNT; unit += COUNT) {
            int gate = atZ + unit;
            FloatVector i = at(z, gate);
            FloatVector f = at(z, gate + units);
            FloatVector g = at(z, gate + 2 * units);
            FloatVector o = at(z, gate + 3 * units);
            FloatVector output = at(tanhC, atTanh + unit);
            FloatVector slope = at(dH, atDH + unit);
            FloatVector d = at(dC, atDC + unit).add(slope.mul(o).mul(one.sub(output.mul(output))));
            int to = atDZ + unit;
            d.mul(g).mul(i.mul(one.sub(i))).intoArray(dZ, to);
            d.mul(at(cBefore, atBefore + unit)).mul(f.mul(one.sub(f))).intoArray(dZ, to + units);
            d.mul(i).mul(one.sub(g.mul(g))).intoArray(dZ, to + 2 * units);
            slope.mul(output).mul(o.mul(one.sub(o))).intoArray(dZ, to + 3 * units);
            d.mul(f).intoArray(dC, atDC + unit);
        }
        for (; unit < units; unit++) {
            int gate = atZ + unit;
            float i = z[gate];
            float f = z[gate + units];
            float g = z[gate + 2 * units];
            float o = z[gate + 3 * units];
            float output = tanhC[atTanh + unit];
            float slope = dH[atDH + unit];
            float d = dC[atDC + unit] + (slope * o) * (1 - output * output);
            int to = atDZ + unit;
            dZ[to] = (d * g) * (i * (1 - i));
            dZ[to + units] = (d * cBefore[atBefore + unit]) * (f * (1 - f));
            dZ[to + 2 * units] = (d * i) * (1 - g * g);
            dZ[to + 3 * units] = (slope * output) * (o * (1 - o));
            dC[atDC + unit] = d * f;
        }
    }

    /** Where a row of so many columns starts. */
    static int row(Buffer buffer, int row, int columns) {
        return HeapBuffer.of(buffer).offset() + row * columns;
    }

    private static FloatVector at(float[] values, int from) {
        return FloatVector.fromArray(SPECIES, values, from);
    }
}
