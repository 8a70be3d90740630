package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;

import feedforward.device.Buffer;
import feedforward.device.NormalisationBuffers;
import feedforward.device.NormalisationGradients;
import feedforward.device.NormalisationKernels;
import feedforward.device.Rows;

/**
 * {@link NormalisationKernels} as vectors, columns split among threads. Where the columns, channels as a rule, are no
 * multiple of a vector, the reference works. Mutable: keeps the call at hand.
 */
final class VectorNormalisation implements NormalisationKernels {
    private final Team team;
    private final NormalisationKernels reference;
    private final Team.Range statistics = this::statistics;
    private final Team.Range normalise = this::normalise;
    private final Team.Range gradient = this::gradient;

    private Rows rows;
    private Buffer x;
    private Buffer mean;
    private Buffer variance;
    private float epsilon;
    private NormalisationBuffers buffers;
    private NormalisationGradients gradients;

    VectorNormalisation(Team team, NormalisationKernels reference) {
        this.team = team;
        this.reference = reference;
    }

    @Override
    public void statistics(Rows rows, Buffer x, Buffer mean, Buffer variance) {
        if (rows.columns() % COUNT != 0) {
            reference.statistics(rows, x, mean, variance);
            return;
        }
        this.x = x;
        this.mean = mean;
        this.variance = variance;
        eachVector(rows, 2, statistics);
    }

    @Override
    public void blend(int n, float part, Buffer fresh, Buffer old) {
        reference.blend(n, part, fresh, old);
    }

    @Override
    public void normalise(Rows rows, float epsilon, NormalisationBuffers buffers) {
        if (rows.columns() % COUNT != 0) {
            reference.normalise(rows, epsilon, buffers);
            return;
        }
        this.epsilon = epsilon;
        this.buffers = buffers;
        eachVector(rows, 1, normalise);
    }

    @Override
    public void gradient(Rows rows, float epsilon, NormalisationBuffers buffers, NormalisationGradients gradients) {
        if (rows.columns() % COUNT != 0) {
            reference.gradient(rows, epsilon, buffers, gradients);
            return;
        }
        this.epsilon = epsilon;
        this.buffers = buffers;
        this.gradients = gradients;
        eachVector(rows, 3, gradient);
    }

    private void eachVector(Rows rows, int passes, Team.Range job) {
        this.rows = rows;
        team.each(rows.columns() / COUNT, (long) passes * rows.elements(), job);
    }

    private void statistics(int first, int last, float[] scratch) {
        for (int vector = first; vector < last; vector++) {
            NormalisationLoops.statistics(rows, vector * COUNT, x, mean, variance);
        }
    }

    private void normalise(int first, int last, float[] scratch) {
        for (int vector = first; vector < last; vector++) {
            NormalisationLoops.normalise(rows, vector * COUNT, epsilon, buffers);
        }
    }

    private void gradient(int first, int last, float[] scratch) {
        for (int vector = first; vector < last; vector++) {
            NormalisationLoops.gradient(rows, vector * COUNT, epsilon, buffers, gradients);
        }
    }
}
