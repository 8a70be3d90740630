package feedforward.vector;

import feedforward.device.Buffer;
import feedforward.device.GruBuffers;
import feedforward.device.GruGradients;
import feedforward.device.LstmBuffers;
import feedforward.device.LstmGradients;
import feedforward.device.Rows;
import feedforward.device.SequenceKernels;

/** {@link SequenceKernels}: the gated cells as vectors, rows split among threads. Mutable: keeps the call at hand. */
final class VectorSequences implements SequenceKernels {
    /** Operations that one unit's step is worth beside an addition: its five or three exponentials, or what derives them. */
    private static final int FORWARD = 60;

    private static final int BACKWARD = 8;

    private final Team team;
    private final SequenceKernels reference;
    private final Team.Range lstm = this::lstm;
    private final Team.Range lstmGradient = this::lstmGradient;
    private final Team.Range gru = this::gru;
    private final Team.Range gruGradient = this::gruGradient;

    private int columns;
    private Buffer bias;
    private LstmBuffers lstmBuffers;
    private LstmGradients lstmGradients;
    private GruBuffers gruBuffers;
    private GruGradients gruGradients;

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
        this.bias = bias;
        lstmBuffers = buffers;
        each(rows, FORWARD, lstm);
    }

    @Override
    public void lstmGradient(Rows rows, LstmBuffers buffers, LstmGradients gradients) {
        lstmBuffers = buffers;
        lstmGradients = gradients;
        each(rows, BACKWARD, lstmGradient);
    }

    @Override
    public void gru(Rows rows, GruBuffers buffers) {
        gruBuffers = buffers;
        each(rows, FORWARD, gru);
    }

    @Override
    public void gruGradient(Rows rows, GruBuffers buffers, GruGradients gradients) {
        gruBuffers = buffers;
        gruGradients = gradients;
        each(rows, BACKWARD, gruGradient);
    }

    private void each(Rows rows, long cost, Team.Range job) {
        columns = rows.columns();
        team.each(rows.rows(), cost * rows.elements(), job);
    }

    private void lstm(int first, int last, float[] scratch) {
        for (int row = first; row < last; row++) {
            LstmLoops.forward(row, columns, bias, lstmBuffers, scratch);
        }
    }

    private void lstmGradient(int first, int last, float[] scratch) {
        for (int row = first; row < last; row++) {
            LstmLoops.backward(row, columns, lstmBuffers, lstmGradients);
        }
    }

    private void gru(int first, int last, float[] scratch) {
        for (int row = first; row < last; row++) {
            GruLoops.forward(row, columns, gruBuffers, scratch);
        }
    }

    private void gruGradient(int first, int last, float[] scratch) {
        for (int row = first; row < last; row++) {
            GruLoops.backward(row, columns, gruBuffers, gruGradients);
        }
    }
}
