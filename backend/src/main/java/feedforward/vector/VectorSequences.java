package feedforward.vector;

import feedforward.device.Buffer;
import feedforward.device.GruBuffers;
import feedforward.device.GruGradients;
import feedforward.device.LstmBuffers;
import feedforward.device.LstmGradients;
import feedforward.device.Rows;
import feedforward.device.SequenceKernels;

/** {@link SequenceKernels}: the gated cells as vectors, rows split among threads. */
final class VectorSequences implements SequenceKernels {
    /** Operations that one unit's step is worth beside an addition: its five or three exponentials, or what derives them. */
    private static final int FORWARD = 60;

    private static final int BACKWARD = 8;

    private final Team team;
    private final SequenceKernels reference;

    VectorSequences(Team team, SequenceKernels reference) {
        this.team = team;
        this.reference = reference;
    }

    @Override
    public void gather(Rows rows, Buffer ids, Buffer table, Buffer y) {
        reference.gather(rows, ids, table, y);
    }

    @Override
    public void gatherGradient(Rows rows, Buffer ids, Buffer dY, Buffer dTable) {
        reference.gatherGradient(rows, ids, dY, dTable);
    }

    @Override
    public void lstm(Rows rows, Buffer bias, LstmBuffers buffers) {
        team.each(rows.rows(), (long) FORWARD * rows.elements(), (first, last, scratch) -> {
            for (int row = first; row < last; row++) {
                LstmLoops.forward(row, rows.columns(), bias, buffers, scratch);
            }
        });
    }

    @Override
    public void lstmGradient(Rows rows, LstmBuffers buffers, LstmGradients gradients) {
        team.each(rows.rows(), (long) BACKWARD * rows.elements(), (first, last, scratch) -> {
            for (int row = first; row < last; row++) {
                LstmLoops.backward(row, rows.columns(), buffers, gradients);
            }
        });
    }

    @Override
    public void gru(Rows rows, GruBuffers buffers) {
        team.each(rows.rows(), (long) FORWARD * rows.elements(), (first, last, scratch) -> {
            for (int row = first; row < last; row++) {
                GruLoops.forward(row, rows.columns(), buffers, scratch);
            }
        });
    }

    @Override
    public void gruGradient(Rows rows, GruBuffers buffers, GruGradients gradients) {
        team.each(rows.rows(), (long) BACKWARD * rows.elements(), (first, last, scratch) -> {
            for (int row = first; row < last; row++) {
                GruLoops.backward(row, rows.columns(), buffers, gradients);
            }
        });
    }
}
