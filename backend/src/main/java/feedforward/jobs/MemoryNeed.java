package feedforward.jobs;

import feedforward.text.Digits;
import feedforward.train.RunSpec;

/**
 * What a run allocates, roughly, in float32 values: each weight and its gradient, what the optimiser remembers of it, and its best
 * value for early stopping; for each value that an example is or becomes, it and its gradients in the layers, and its copies in the
 * batches to learn from and to judge by. A run that averages its weights has a second network.
 */
final class MemoryNeed {
    private static final long BYTES = 4;
    private static final long VALUES_PER_WEIGHT = 2;
    private static final int VALUES_PER_ACTIVATION = 4;
    private static final long MEGABYTE = 1 << 20;

    private MemoryNeed() {}

    /**
     * @param examples of the data; no batch is larger
     * @throws IllegalArgumentException if the run needs more than {@code limit} bytes
     */
    static void requireWithin(long limit, RunSpec spec, int examples) {
        long batch = Math.min(spec.batchSize(), examples);
        long network = VALUES_PER_WEIGHT * spec.network().stored()
                + VALUES_PER_ACTIVATION * batch * spec.network().valuesPerExample();
        int networks = spec.regime().regularisation().averages() ? 2 : 1;
        int remembered = spec.optimiser().memoryPerWeight()
                + (spec.regime().earlyStopping().isPresent() ? 1 : 0);
        long bytes = BYTES * (networks * network + remembered * spec.network().stored());
        if (bytes > limit) {
            throw new IllegalArgumentException("RunSpec: expected a run of at most " + Digits.grouped(limit / MEGABYTE)
                    + " MB but batches of " + Digits.grouped(batch) + " with this network need about "
                    + Digits.grouped(bytes / MEGABYTE) + " MB; make the batch or the layers smaller");
        }
    }
}
