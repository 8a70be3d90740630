package feedforward.device;

import org.junit.jupiter.api.Test;

/** {@link SequenceKernels}, bit for bit. */
abstract class SequenceContract extends KernelContract {
    private static final int[] ROWS = {0, 1, 2, 5, 33};

    SequenceContract(Device device) {
        super(device);
    }

    @Test
    void gatherCopiesTheRowOfEachId() {
        for (int columns : WIDTHS) {
            for (int rows : SIZES) {
                checkGather(new Rows(rows, columns), ordinary(7 * columns));
                checkGather(new Rows(rows, columns), special(7 * columns));
            }
        }
    }

    @Test
    void gatherGradientAddsRowsToTheirIdsInTheirOrder() {
        for (int columns : WIDTHS) {
            for (int rows : SIZES) {
                checkGatherGradient(new Rows(rows, columns), ordinary(rows * columns), ordinary(7 * columns));
                checkGatherGradient(new Rows(rows, columns), special(rows * columns), special(7 * columns));
                checkGatherGradient(new Rows(rows, columns), tiny(rows * columns), tiny(7 * columns));
            }
        }
    }

    @Test
    void lstmKeepsPartOfItsCellAndAddsPartOfItsCandidate() {
        eachSize((rows, values) -> {
            int n = rows.elements();
            checkLstm(rows, values.make(4 * n), values.make(4 * rows.columns()), values.make(n));
        });
    }

    @Test
    void lstmGradientGoesThroughCellAndGates() {
        eachSize((rows, values) -> {
            int n = rows.elements();
            checkLstmGradient(
                    rows,
                    new float[][] {values.make(4 * n), values.make(n), values.make(n), values.make(n), values.make(n)});
        });
    }

    @Test
    void gruMixesItsStateWithItsCandidate() {
        eachSize((rows, values) -> {
            int n = rows.elements();
            checkGru(rows, values.make(3 * n), values.make(3 * n), values.make(n));
        });
    }

    @Test
    void gruGradientGoesThroughStateAndGates() {
        eachSize((rows, values) -> {
            int n = rows.elements();
            checkGruGradient(
                    rows, new float[][] {values.make(3 * n), values.make(3 * n), values.make(n), values.make(n)});
        });
    }

    private void eachSize(Check check) {
        for (int units : WIDTHS) {
            for (int rows : units > 100 ? new int[] {2} : ROWS) {
                Rows size = new Rows(rows, units);
                check.run(size, this::ordinary);
                check.run(size, this::special);
                check.run(size, this::tiny);
                check.run(size, n -> scaled(ordinary(n)));
            }
        }
    }

    /** Between −1 and 1, where gates neither saturate nor vanish. */
    private static float[] scaled(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] / 128;
        }
        return values;
    }

    private float[] ids(int n) {
        float[] ids = new float[n];
        for (int i = 0; i < n; i++) {
            ids[i] = random.nextInt(7);
        }
        return ids;
    }

    private void checkGather(Rows rows, float[] table) {
        float[] ids = ids(rows.rows());
        float[] expected = new float[rows.elements()];
        for (int i = 0; i < expected.length; i++) {
            int id = (int) ids[i / rows.columns()];
            expected[i] = table[id * rows.columns() + i % rows.columns()];
        }
        Buffer bufferIds = buffer(ids);
        Buffer bufferTable = buffer(table);
        Buffer y = buffer(special(expected.length));
        device.sequences().gather(rows, bufferIds, bufferTable, y);
        assertHolds("gather " + rows, expected, y);
        assertHolds("gather's table", table, bufferTable);
        assertHolds("gather's ids", ids, bufferIds);
    }

    private void checkGatherGradient(Rows rows, float[] dY, float[] dTable) {
        float[] ids = ids(rows.rows());
        float[] expected = dTable.clone();
        for (int r = 0; r < rows.rows(); r++) {
            for (int c = 0; c < rows.columns(); c++) {
                int id = (int) ids[r];
                int place = id * rows.columns() + c;
                expected[place] = expected[place] + dY[r * rows.columns() + c];
            }
        }
        Buffer bufferIds = buffer(ids);
        Buffer bufferY = buffer(dY);
        Buffer bufferTable = buffer(dTable);
        device.sequences().gatherGradient(rows, bufferIds, bufferY, bufferTable);
        assertHolds("gather gradient " + rows, expected, bufferTable);
        assertHolds("gather gradient's argument", dY, bufferY);
        assertHolds("gather gradient's ids", ids, bufferIds);
    }

    private void checkLstm(Rows rows, float[] z, float[] bias, float[] cBefore) {
        int units = rows.columns();
        int n = rows.elements();
        float[] gates = new float[4 * n];
        float[] c = new float[n];
        float[] tanhC = new float[n];
        float[] h = new float[n];
        for (int i = 0; i < gates.length; i++) {
            float sum = z[i] + bias[i % (4 * units)];
            boolean candidate = i / units % 4 == 2;
            gates[i] = candidate ? ExactMath.tanh(sum) : ExactMath.sigmoid(sum);
        }
        for (int i = 0; i < n; i++) {
            int gate = i / units * 4 * units + i % units;
            float kept = gates[gate + units] * cBefore[i];
            float added = gates[gate] * gates[gate + 2 * units];
            c[i] = kept + added;
            tanhC[i] = ExactMath.tanh(c[i]);
            h[i] = gates[gate + 3 * units] * tanhC[i];
        }
        Buffer bufferBias = buffer(bias);
        LstmBuffers buffers =
                new LstmBuffers(buffer(z), buffer(cBefore), buffer(special(n)), buffer(special(n)), buffer(special(n)));
        device.sequences().lstm(rows, bufferBias, buffers);
        assertHolds("lstm gates of " + rows, gates, buffers.gates());
        assertHolds("lstm c of " + rows, c, buffers.c());
        assertHolds("lstm tanh c of " + rows, tanhC, buffers.tanhC());
        assertHolds("lstm h of " + rows, h, buffers.h());
        assertHolds("lstm c before", cBefore, buffers.cBefore());
        assertHolds("lstm bias", bias, bufferBias);
    }

    /** @param in gates, cBefore, tanhC, dH, dC */
    private void checkLstmGradient(Rows rows, float[][] in) {
        int units = rows.columns();
        float[] dZ = new float[4 * rows.elements()];
        float[] dC = new float[rows.elements()];
        for (int at = 0; at < dC.length; at++) {
            int gate = at / units * 4 * units + at % units;
            float i = in[0][gate];
            float f = in[0][gate + units];
            float g = in[0][gate + 2 * units];
            float o = in[0][gate + 3 * units];
            float tanhC = in[2][at];
            float dH = in[3][at];
            float throughH = dH * o;
            float square = tanhC * tanhC;
            float slope = 1 - square;
            float product = throughH * slope;
            float d = in[4][at] + product;
            dZ[gate] = times(d * g, slopeOfSigmoid(i));
            dZ[gate + units] = times(d * in[1][at], slopeOfSigmoid(f));
            float squareOfG = g * g;
            dZ[gate + 2 * units] = times(d * i, 1 - squareOfG);
            dZ[gate + 3 * units] = times(dH * tanhC, slopeOfSigmoid(o));
            dC[at] = d * f;
        }
        LstmBuffers buffers = new LstmBuffers(
                buffer(in[0]), buffer(in[1]), buffer(new float[0]), buffer(in[2]), buffer(new float[0]));
        LstmGradients gradients = new LstmGradients(buffer(in[3]), buffer(in[4]), buffer(special(dZ.length)));
        device.sequences().lstmGradient(rows, buffers, gradients);
        assertHolds("lstm dZ of " + rows, dZ, gradients.dZ());
        assertHolds("lstm dC of " + rows, dC, gradients.dC());
        assertHolds("lstm dH", in[3], gradients.dH());
        assertHolds("lstm gates", in[0], buffers.gates());
        assertHolds("lstm c before", in[1], buffers.cBefore());
        assertHolds("lstm tanh c", in[2], buffers.tanhC());
    }

    private void checkGru(Rows rows, float[] zx, float[] zh, float[] hBefore) {
        int units = rows.columns();
        float[] gates = new float[zx.length];
        float[] h = new float[hBefore.length];
        for (int i = 0; i < h.length; i++) {
            int gate = i / units * 3 * units + i % units;
            float r = ExactMath.sigmoid(zx[gate] + zh[gate]);
            float z = ExactMath.sigmoid(zx[gate + units] + zh[gate + units]);
            float recalled = r * zh[gate + 2 * units];
            float n = ExactMath.tanh(zx[gate + 2 * units] + recalled);
            gates[gate] = r;
            gates[gate + units] = z;
            gates[gate + 2 * units] = n;
            float rest = 1 - z;
            float added = rest * n;
            float kept = z * hBefore[i];
            h[i] = added + kept;
        }
        GruBuffers buffers = new GruBuffers(buffer(zx), buffer(zh), buffer(hBefore), buffer(special(h.length)));
        device.sequences().gru(rows, buffers);
        assertHolds("gru gates of " + rows, gates, buffers.zx());
        assertHolds("gru h of " + rows, h, buffers.h());
        assertHolds("gru h before", hBefore, buffers.hBefore());
        assertHolds("gru state's sums of " + rows, candidatesOf(zh, rows, buffers.zh()), buffers.zh());
    }

    /** The n parts of what zh held before and, since they are undefined, the r and z parts that it holds now. */
    private static float[] candidatesOf(float[] before, Rows rows, Buffer zh) {
        float[] now = new float[before.length];
        zh.read(0, now, 0, now.length);
        for (int i = 0; i < now.length; i++) {
            now[i] = i / rows.columns() % 3 == 2 ? before[i] : now[i];
        }
        return now;
    }

    /** @param in r z n, zh, hBefore, dH */
    private void checkGruGradient(Rows rows, float[][] in) {
        int units = rows.columns();
        float[] dZx = new float[in[0].length];
        float[] dZh = new float[in[0].length];
        float[] dHBefore = new float[rows.elements()];
        for (int i = 0; i < dHBefore.length; i++) {
            int gate = i / units * 3 * units + i % units;
            float r = in[0][gate];
            float z = in[0][gate + units];
            float n = in[0][gate + 2 * units];
            float dH = in[3][i];
            float rest = 1 - z;
            float square = n * n;
            float dN = times(dH * rest, 1 - square);
            float apart = in[2][i] - n;
            dZx[gate] = times(dN * in[1][gate + 2 * units], slopeOfSigmoid(r));
            dZx[gate + units] = times(dH * apart, slopeOfSigmoid(z));
            dZx[gate + 2 * units] = dN;
            dZh[gate] = dZx[gate];
            dZh[gate + units] = dZx[gate + units];
            dZh[gate + 2 * units] = dN * r;
            dHBefore[i] = dH * z;
        }
        GruBuffers buffers = new GruBuffers(buffer(in[0]), buffer(in[1]), buffer(in[2]), buffer(new float[0]));
        GruGradients gradients = new GruGradients(
                buffer(in[3]),
                buffer(special(dZx.length)),
                buffer(special(dZh.length)),
                buffer(special(dHBefore.length)));
        device.sequences().gruGradient(rows, buffers, gradients);
        assertHolds("gru dZx of " + rows, dZx, gradients.dZx());
        assertHolds("gru dZh of " + rows, dZh, gradients.dZh());
        assertHolds("gru dH before of " + rows, dHBefore, gradients.dHBefore());
        assertHolds("gru dH", in[3], gradients.dH());
        assertHolds("gru gates", in[0], buffers.zx());
        assertHolds("gru state's sums", in[1], buffers.zh());
        assertHolds("gru h before", in[2], buffers.hBefore());
    }

    private static float slopeOfSigmoid(float y) {
        float rest = 1 - y;
        return y * rest;
    }

    private static float times(float a, float b) {
        return a * b;
    }

    private interface Values {
        float[] make(int n);
    }

    private interface Check {
        void run(Rows rows, Values values);
    }
}
