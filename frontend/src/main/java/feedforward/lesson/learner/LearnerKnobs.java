package feedforward.lesson.learner;

import feedforward.course.NotebookDigits;
import feedforward.data.Mnist;
import feedforward.lesson.Typed;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.train.DataSpec;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import java.util.Optional;

/**
 * What is set before a run, as typed. Immutable.
 *
 * @param hidden whether there are hidden layers, 128 and 128 rectified units; else softmax regression
 */
record LearnerKnobs(boolean hidden, String rate, String batch, String epochs, long seed) {
    static final LearnerKnobs USUAL = new LearnerKnobs(false, "0.1", "100", "3", 1);
    static final int VALIDATION = 10_000;

    private static final int MOST_EPOCHS = 200;

    LearnerKnobs withHidden(boolean now) {
        return new LearnerKnobs(now, rate, batch, epochs, seed);
    }

    LearnerKnobs withRate(String typed) {
        return new LearnerKnobs(hidden, typed, batch, epochs, seed);
    }

    LearnerKnobs withBatch(String typed) {
        return new LearnerKnobs(hidden, rate, typed, epochs, seed);
    }

    LearnerKnobs withEpochs(String typed) {
        return new LearnerKnobs(hidden, rate, batch, typed, seed);
    }

    LearnerKnobs withSeed(long newSeed) {
        return new LearnerKnobs(hidden, rate, batch, epochs, newSeed);
    }

    String rateError() {
        return Typed.learningRate(rate).isPresent() ? "" : "Expected a number above 0, up to 10, such as 0.1";
    }

    String batchError() {
        return whole(batch) >= 1 && whole(batch) <= NotebookDigits.TRAINING
                ? ""
                : "Expected a whole number from 1 to 50,000";
    }

    String epochsError() {
        return whole(epochs) >= 1 && whole(epochs) <= MOST_EPOCHS ? "" : "Expected a whole number from 1 to 200";
    }

    /** The run that these knobs describe; empty if one of them is no good. */
    Optional<RunSpec> spec() {
        if (!rateError().isEmpty() || !batchError().isEmpty() || !epochsError().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RunSpec(
                new DataSpec(Mnist.NAME, Mnist.SHA256, VALIDATION),
                network(),
                LossKind.CROSS_ENTROPY,
                new SgdSpec(Typed.learningRate(rate).orElseThrow()),
                whole(batch),
                whole(epochs),
                seed));
    }

    NetworkSpec network() {
        return (hidden ? Recipe.MNIST_MLP : Recipe.MNIST_SOFTMAX).spec().network();
    }

    /** Steps in an epoch: ⌈50,000 / batch⌉; 0 if the batch is no good. */
    int stepsPerEpoch() {
        return batchError().isEmpty() ? NotebookDigits.stepsPerEpoch(whole(batch)) : 0;
    }

    int epochCount() {
        return Math.max(0, whole(epochs));
    }

    /** −1 if it is no whole number; thousands may be grouped. */
    static int whole(String text) {
        try {
            return Integer.parseInt(text.replace(",", "").trim());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
