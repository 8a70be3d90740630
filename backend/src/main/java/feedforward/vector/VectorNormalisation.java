package feedforward.vector;

import static feedforward.vector.Lanes.COUNT;

import feedforward.device.Buffer;
import feedforward.device.NormalisationBuffers;
import feedforward.device.NormalisationGradients;
import feedforward.device.NormalisationKernels;
import feedforward.device.Rows;

/**
 * {@link NormalisationKernels} as vectors, columns split among threads. Where the columns, channels as a rule, are no
 * multiple of a vector, the reference works.
 */
final class VectorNormalisation implements NormalisationKernels {
    private final Team team;
    private final NormalisationKernels reference;

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
        eachVector(rows, 2, c -> NormalisationLoops.statistics(rows, c, x, mean, variance));
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
        eachVector(rows, 1, c -> NormalisationLoops.normalise(rows, c, epsilon, buffers));
    }

    @Override
    public void gradient(Rows rows, float epsilon, NormalisationBuffers buffers, NormalisationGradients gradients) {
        if (rows.columns() % COUNT != 0) {
            reference.gradient(rows, epsilon, buffers, gradients);
            return;
        }
        eachVector(rows, 3, c -> NormalisationLoops.gradient(rows, c, epsilon, buffers, gradients));
    }

    private void eachVector(Rows rows, int passes, OfColumns job) {
        int vectors = rows.columns() / COUNT;
        team.each(vectors, (long) passes * rows.elements(), (first, last, scratch) -> {
            for (int vector = first; vector < last; vector++) {
                job.at(vector * COUNT);
            }
        });
    }

    /** Work on the COUNT columns from c on. */
    private interface OfColumns {
        void at(int c);
    }
}
