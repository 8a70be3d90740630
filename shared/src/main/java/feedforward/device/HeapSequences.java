package feedforward.device;

/** {@link SequenceKernels} in plain loops, unit by unit. */
final class HeapSequences implements SequenceKernels {

    @Override
    public void gather(Rows rows, Buffer ids, Buffer table, Buffer y) {
        HeapBuffer from = HeapBuffer.of(table);
        HeapBuffer to = HeapBuffer.of(y);
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int place = from.offset() + ((int) HeapBuffer.get(ids, r)) * columns;
            System.arraycopy(from.array(), place, to.array(), to.offset() + r * columns, columns);
        }
    }

    @Override
    public void gatherGradient(Rows rows, Buffer ids, Buffer dY, Buffer dTable) {
        HeapBuffer from = HeapBuffer.of(dY);
        HeapBuffer to = HeapBuffer.of(dTable);
        int columns = rows.columns();
        for (int r = 0; r < rows.rows(); r++) {
            int place = to.offset() + ((int) HeapBuffer.get(ids, r)) * columns;
            for (int c = 0; c < columns; c++) {
                to.array()[place + c] = to.array()[place + c] + from.array()[from.offset() + r * columns + c];
            }
        }
    }

    @Override
    public void lstm(Rows rows, Buffer bias, LstmBuffers buffers) {
        Buffer gates = buffers.gates();
        int units = rows.columns();
        for (int row = 0; row < rows.rows(); row++) {
            for (int unit = 0; unit < units; unit++) {
                int at = row * units + unit;
                int gate = row * 4 * units + unit;
                float i = ExactMath.sigmoid(HeapBuffer.get(gates, gate) + HeapBuffer.get(bias, unit));
                float f = ExactMath.sigmoid(HeapBuffer.get(gates, gate + units) + HeapBuffer.get(bias, units + unit));
                float g = ExactMath.tanh(
                        HeapBuffer.get(gates, gate + 2 * units) + HeapBuffer.get(bias, 2 * units + unit));
                float o = ExactMath.sigmoid(
                        HeapBuffer.get(gates, gate + 3 * units) + HeapBuffer.get(bias, 3 * units + unit));
                float c = f * HeapBuffer.get(buffers.cBefore(), at) + i * g;
                float tanhC = ExactMath.tanh(c);
                HeapBuffer.set(gates, gate, i);
                HeapBuffer.set(gates, gate + units, f);
                HeapBuffer.set(gates, gate + 2 * units, g);
                HeapBuffer.set(gates, gate + 3 * units, o);
                HeapBuffer.set(buffers.c(), at, c);
                HeapBuffer.set(buffers.tanhC(), at, tanhC);
                HeapBuffer.set(buffers.h(), at, o * tanhC);
            }
        }
    }

    @Override
    public void lstmGradient(Rows rows, LstmBuffers buffers, LstmGradients gradients) {
        Buffer gates = buffers.gates();
        Buffer dZ = gradients.dZ();
        int units = rows.columns();
        for (int row = 0; row < rows.rows(); row++) {
            for (int unit = 0; unit < units; unit++) {
                int at = row * units + unit;
                int gate = row * 4 * units + unit;
                float i = HeapBuffer.get(gates, gate);
                float f = HeapBuffer.get(gates, gate + units);
                float g = HeapBuffer.get(gates, gate + 2 * units);
                float o = HeapBuffer.get(gates, gate + 3 * units);
                float tanhC = HeapBuffer.get(buffers.tanhC(), at);
                float dH = HeapBuffer.get(gradients.dH(), at);
                float d = HeapBuffer.get(gradients.dC(), at) + (dH * o) * (1 - tanhC * tanhC);
                HeapBuffer.set(dZ, gate, (d * g) * (i * (1 - i)));
                HeapBuffer.set(dZ, gate + units, (d * HeapBuffer.get(buffers.cBefore(), at)) * (f * (1 - f)));
                HeapBuffer.set(dZ, gate + 2 * units, (d * i) * (1 - g * g));
                HeapBuffer.set(dZ, gate + 3 * units, (dH * tanhC) * (o * (1 - o)));
                HeapBuffer.set(gradients.dC(), at, d * f);
            }
        }
    }

    @Override
    public void gru(Rows rows, GruBuffers buffers) {
        Buffer zx = buffers.zx();
        Buffer zh = buffers.zh();
        int units = rows.columns();
        for (int row = 0; row < rows.rows(); row++) {
            for (int unit = 0; unit < units; unit++) {
                int at = row * units + unit;
                int gate = row * 3 * units + unit;
                float r = ExactMath.sigmoid(HeapBuffer.get(zx, gate) + HeapBuffer.get(zh, gate));
                float z = ExactMath.sigmoid(HeapBuffer.get(zx, gate + units) + HeapBuffer.get(zh, gate + units));
                float n =
                        ExactMath.tanh(HeapBuffer.get(zx, gate + 2 * units) + r * HeapBuffer.get(zh, gate + 2 * units));
                HeapBuffer.set(zx, gate, r);
                HeapBuffer.set(zx, gate + units, z);
                HeapBuffer.set(zx, gate + 2 * units, n);
                HeapBuffer.set(buffers.h(), at, (1 - z) * n + z * HeapBuffer.get(buffers.hBefore(), at));
            }
        }
    }

    @Override
    public void gruGradient(Rows rows, GruBuffers buffers, GruGradients gradients) {
        Buffer zx = buffers.zx();
        int units = rows.columns();
        for (int row = 0; row < rows.rows(); row++) {
            for (int unit = 0; unit < units; unit++) {
                int at = row * units + unit;
                int gate = row * 3 * units + unit;
                float r = HeapBuffer.get(zx, gate);
                float z = HeapBuffer.get(zx, gate + units);
                float n = HeapBuffer.get(zx, gate + 2 * units);
                float dH = HeapBuffer.get(gradients.dH(), at);
                float dN = (dH * (1 - z)) * (1 - n * n);
                float dZ = (dH * (HeapBuffer.get(buffers.hBefore(), at) - n)) * (z * (1 - z));
                float dR = (dN * HeapBuffer.get(buffers.zh(), gate + 2 * units)) * (r * (1 - r));
                HeapBuffer.set(gradients.dZx(), gate, dR);
                HeapBuffer.set(gradients.dZx(), gate + units, dZ);
                HeapBuffer.set(gradients.dZx(), gate + 2 * units, dN);
                HeapBuffer.set(gradients.dZh(), gate, dR);
                HeapBuffer.set(gradients.dZh(), gate + units, dZ);
                HeapBuffer.set(gradients.dZh(), gate + 2 * units, dN * r);
                HeapBuffer.set(gradients.dHBefore(), at, dH * z);
            }
        }
    }
}
