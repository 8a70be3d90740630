package feedforward.train;

import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.OptimiserSpec;

/**
 * Everything that decides the weights a training run ends with. Two runs with equal descriptions give the same weights, bit
 * for bit, on any device.
 *
 * @param batchSize examples per step, 1 … 65,536, and at most 100 million values of input and layers' outputs in all; the
 *     last batch of an epoch may be shorter
 * @param epochs passes over the training data, 1 … 1,000,000
 * @param seed 0 … 2⁵³ − 1, so that JavaScript can hold it
 */
public record RunSpec(
        DataSpec data,
        NetworkSpec network,
        LossKind loss,
        OptimiserSpec optimiser,
        int batchSize,
        int epochs,
        long seed) {
    public static final int LARGEST_BATCH = 65_536;
    public static final long MOST_VALUES_PER_BATCH = 100_000_000;
    public static final int MOST_EPOCHS = 1_000_000;
    public static final long LARGEST_SEED = (1L << 53) - 1;

    /** @throws IllegalArgumentException if a number is out of range, or the loss does not fit the network's output */
    public RunSpec {
        requireWithin("batchSize", batchSize, 1, LARGEST_BATCH);
        requireWithin("epochs", epochs, 1, MOST_EPOCHS);
        requireWithin("seed", seed, 0, LARGEST_SEED);
        long values = network.valuesPerExample();
        if (batchSize * values > MOST_VALUES_PER_BATCH) {
            throw new IllegalArgumentException("RunSpec batchSize: expected at most " + MOST_VALUES_PER_BATCH / values
                    + " for this network, which makes " + values + " values of an example, but was " + batchSize);
        }
        if (loss.includesSoftmax() && !network.endsInSoftmax()) {
            throw new IllegalArgumentException(
                    "RunSpec loss: expected a network that ends in softmax for " + loss.id() + " but its last layer is "
                            + network.layers().get(network.layers().size() - 1));
        }
    }

    public RunSpec withSeed(long newSeed) {
        return new RunSpec(data, network, loss, optimiser, batchSize, epochs, newSeed);
    }

    public RunSpec withEpochs(int newEpochs) {
        return new RunSpec(data, network, loss, optimiser, batchSize, newEpochs, seed);
    }

    private static void requireWithin(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "RunSpec " + field + ": expected an integer in [" + least + ", " + most + "] but was " + value);
        }
    }
}
