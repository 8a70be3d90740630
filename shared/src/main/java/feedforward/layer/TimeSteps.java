package feedforward.layer;

import feedforward.device.Buffer;
import feedforward.device.Device;

/**
 * Numbers of a batch of sequences in the order of time, [T, n, columns], with a view of each step that is made once per batch
 * size n. Mutable.
 */
final class TimeSteps {
    private final Buffer all;
    private final int columns;
    private final Buffer[] steps;

    /** @param batch the largest n */
    TimeSteps(Device device, int steps, int batch, int columns) {
        this.columns = columns;
        all = device.allocate(steps * batch * columns);
        this.steps = new Buffer[steps];
    }

    /** Lays the steps out for {@code n} rows each. */
    void plan(int n) {
        for (int t = 0; t < steps.length; t++) {
            steps[t] = all.slice(t * n * columns, n * columns);
        }
    }

    /** All steps, from the first on. */
    Buffer all() {
        return all;
    }

    /** Step t [n, columns]. */
    Buffer at(int t) {
        return steps[t];
    }

    int count() {
        return steps.length;
    }
}
