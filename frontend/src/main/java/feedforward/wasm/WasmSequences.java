package feedforward.wasm;

import static feedforward.wasm.WasmBuffer.at;

import feedforward.device.Buffer;
import feedforward.device.GruBuffers;
import feedforward.device.GruGradients;
import feedforward.device.LstmBuffers;
import feedforward.device.LstmGradients;
import feedforward.device.Rows;
import feedforward.device.SequenceKernels;

/** {@link SequenceKernels} of {@code sequences.ts}. */
final class WasmSequences implements SequenceKernels {

    @Override
    public void gather(Rows rows, Buffer ids, Buffer table, Buffer y) {
        Kernels.gather(rows.rows(), rows.columns(), at(ids), at(table), at(y));
    }

    @Override
    public void gatherGradient(Rows rows, Buffer ids, Buffer dY, Buffer dTable) {
        Kernels.gatherGradient(rows.rows(), rows.columns(), at(ids), at(dY), at(dTable));
    }

    @Override
    public void lstm(Rows rows, Buffer bias, LstmBuffers buffers) {
        Kernels.lstm(
                rows.rows(),
                rows.columns(),
                at(bias),
                at(buffers.gates()),
                at(buffers.cBefore()),
                at(buffers.c()),
                at(buffers.tanhC()),
                at(buffers.h()));
    }

    @Override
    public void lstmGradient(Rows rows, LstmBuffers buffers, LstmGradients gradients) {
        Kernels.lstmGradient(
                rows.rows(),
                rows.columns(),
                at(buffers.gates()),
                at(buffers.cBefore()),
                at(buffers.tanhC()),
                at(gradients.dH()),
                at(gradients.dC()),
                at(gradients.dZ()));
    }

    @Override
    public void gru(Rows rows, GruBuffers buffers) {
        Kernels.gru(
                rows.rows(),
                rows.columns(),
                at(buffers.zx()),
                at(buffers.zh()),
                at(buffers.hBefore()),
                at(buffers.h()));
    }

    @Override
    public void gruGradient(Rows rows, GruBuffers buffers, GruGradients gradients) {
        Kernels.gruGradient(
                rows.rows(),
                rows.columns(),
                at(buffers.zx()),
                at(buffers.zh()),
                at(buffers.hBefore()),
                at(gradients.dH()),
                at(gradients.dZx()),
                at(gradients.dZh()),
                at(gradients.dHBefore()));
    }
}
