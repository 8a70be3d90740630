package feedforward.jobs;

import feedforward.model.NetworkSpec;
import feedforward.text.Digits;
import feedforward.train.RunSpec;

/**
 * What a run allocates, nearly, in float32 values: each weight and its gradient, what the optimiser remembers of it, and its best
 * value for early stopping; for each example of a batch what the network keeps of it, and its input and target in the batches to
 * learn from and to judge by, on the device and on the way there, and in the loss. A run that averages its weights has a second
 * network.
 */
final class MemoryNeed {
    private static final long BYTES = 4;
    private static final long VALUES_PER_WEIGHT = 2;
    private static final int COPIES_OF_DATA = 6;
    private static final long MEGABYTE = 1 << 20;

    private MemoryNeed() {}

    /**
     * @param examples of the data; no batch is larger
     * @throws IllegalArgumentException if the run needs more than {@code limit} bytes
     */
    static void requireWithin(long limit, RunSpec spec, int examples) {
        long batch = Math.min(spec.batchSize(), examples);
        long bytes = bytes(spec, batch);
        if (bytes > limit) {
            throw new IllegalArgumentException("RunSpec: expected a run of at most " + Digits.grouped(limit / MEGABYTE)
                    + " MB but batches of " + Digits.grouped(batch) + " with this network need about "
                    + Digits.grouped(bytes / MEGABYTE) + " MB; make the batch or the layers smaller");
        }
    }

    /** What a run with batches of this many examples needs. */
    static long bytes(RunSpec spec, long batch) {
        NetworkSpec network = spec.network();
        long data = (long) network.input().elements() + network.output().elements();
        int networks = spec.regime().regularisation().averages() ? 2 : 1;
        int remembered = spec.optimiser().memoryPerWeight()
                + (spec.regime().earlyStopping().isPresent() ? 1 : 0);
        return BYTES
                * ((networks * VALUES_PER_WEIGHT + remembered) * network.stored()
                        + batch * (networks * network.valuesPerExample() + COPIES_OF_DATA * data));
    }
}
