package feedforward.train;

import feedforward.data.Augmentation;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.tensor.Shape;

/**
 * Everything that decides the weights a training run ends with. Two runs with equal descriptions give the same weights, bit
 * for bit, on any device.
 *
 * @param batchSize examples per step, 1 … 65,536, and at most 400 million values kept for them in all, as
 *     {@link NetworkSpec#valuesPerExample} counts; the last batch of an epoch may be shorter
 * @param epochs passes over the training data, 1 … 1,000,000
 * @param seed 0 … 2⁵³ − 1, so that JavaScript can hold it
 * @param regime schedule, regularisation, early stopping, augmentation; plain unless said otherwise
 */
public record RunSpec(
        DataSpec data,
        NetworkSpec network,
        LossKind loss,
        OptimiserSpec optimiser,
        int batchSize,
        int epochs,
        long seed,
        Regime regime) {
    public static final int LARGEST_BATCH = 65_536;
    public static final long MOST_VALUES_PER_BATCH = 400_000_000;
    /** What a network may keep of one example, in float32 values: 64 MiB. */
    public static final long MOST_VALUES_PER_EXAMPLE = 1 << 24;

    public static final int MOST_EPOCHS = 1_000_000;
    public static final long LARGEST_SEED = (1L << 53) - 1;

    /** @throws IllegalArgumentException if a number is out of range, or the loss does not fit the network's output */
    public RunSpec {
        requireWithin("batchSize", batchSize, 1, LARGEST_BATCH);
        requireWithin("epochs", epochs, 1, MOST_EPOCHS);
        requireWithin("seed", seed, 0, LARGEST_SEED);
        long values = network.valuesPerExample();
        if (values > MOST_VALUES_PER_EXAMPLE) {
            throw new IllegalArgumentException("RunSpec network: expected one that keeps at most "
                    + MOST_VALUES_PER_EXAMPLE + " values of an example but it keeps " + values
                    + "; make its layers smaller");
        }
        if (batchSize * values > MOST_VALUES_PER_BATCH) {
            throw new IllegalArgumentException("RunSpec batchSize: expected at most " + MOST_VALUES_PER_BATCH / values
                    + " for this network, which keeps " + values + " values of an example, but was " + batchSize);
        }
        requireEnd(loss, network);
        if (regime.regularisation().labelSmoothing() > 0 && !loss.takesLogits()) {
            throw new IllegalArgumentException("RunSpec regularisation labelSmoothing: expected 0 for " + loss.id()
                    + ", whose targets are no probabilities, but was "
                    + regime.regularisation().labelSmoothing());
        }
        if (!regime.augmentation().equals(Augmentation.NONE) && !isSquareImage(network.input())) {
            throw new IllegalArgumentException(
                    "RunSpec augmentation: expected a network that takes square images of one"
                            + " channel, such as [784] or [28, 28, 1], but its input is " + network.input());
        }
        if (regime.earlyStopping().isPresent() && data.holdOut() == 0) {
            throw new IllegalArgumentException(
                    "RunSpec earlyStopping: expected examples held out to judge by but holdOut was 0");
        }
    }

    /** Plain training. */
    public RunSpec(
            DataSpec data,
            NetworkSpec network,
            LossKind loss,
            OptimiserSpec optimiser,
            int batchSize,
            int epochs,
            long seed) {
        this(data, network, loss, optimiser, batchSize, epochs, seed, Regime.PLAIN);
    }

    public RunSpec with(DataSpec newData) {
        return new RunSpec(newData, network, loss, optimiser, batchSize, epochs, seed, regime);
    }

    public RunSpec with(NetworkSpec newNetwork) {
        return new RunSpec(data, newNetwork, loss, optimiser, batchSize, epochs, seed, regime);
    }

    public RunSpec withSeed(long newSeed) {
        return new RunSpec(data, network, loss, optimiser, batchSize, epochs, newSeed, regime);
    }

    public RunSpec withEpochs(int newEpochs) {
        return new RunSpec(data, network, loss, optimiser, batchSize, newEpochs, seed, regime);
    }

    public RunSpec with(OptimiserSpec newOptimiser) {
        return new RunSpec(data, network, loss, newOptimiser, batchSize, epochs, seed, regime);
    }

    public RunSpec with(Regime newRegime) {
        return new RunSpec(data, network, loss, optimiser, batchSize, epochs, seed, newRegime);
    }

    private static void requireEnd(LossKind loss, NetworkSpec network) {
        boolean fits =
                loss.includesSoftmax() ? network.endsInSoftmax() : !loss.includesSigmoid() || network.endsInSigmoid();
        if (!fits) {
            throw new IllegalArgumentException("RunSpec loss: expected a network that ends in "
                    + (loss.includesSoftmax() ? "softmax" : "a sigmoid as a layer of its own") + " for " + loss.id()
                    + " but its last layer is "
                    + network.layers().get(network.layers().size() - 1));
        }
    }

    private static boolean isSquareImage(Shape input) {
        int side = (int) Math.sqrt(input.elements());
        boolean square = side * side == input.elements() && side > 1;
        return square && (input.rank() == 1 || input.equals(Shape.of(side, side, 1)));
    }

    private static void requireWithin(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "RunSpec " + field + ": expected an integer in [" + least + ", " + most + "] but was " + value);
        }
    }
}
