package feedforward.lesson.learner;

import feedforward.course.NotebookDigits;
import feedforward.data.Mnist;
import feedforward.lesson.Typed;
import feedforward.lesson.WholeField;
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

    private static final WholeField BATCH = new WholeField("Batch", 1, NotebookDigits.TRAINING);
    private static final WholeField EPOCHS = new WholeField("Epochs", 1, 200);

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
        return Typed.learningRate(rate).isPresent() ? "" : Typed.noLearningRate(rate, USUAL.rate);
    }

    String batchError() {
        return BATCH.trouble(batch);
    }

    String epochsError() {
        return EPOCHS.trouble(epochs);
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
                BATCH.count(batch).orElseThrow(),
                epochCount(),
                seed));
    }

    NetworkSpec network() {
        return (hidden ? Recipe.MNIST_MLP : Recipe.MNIST_SOFTMAX).spec().network();
    }

    /** Steps in an epoch: ⌈50,000 / batch⌉; 0 if the batch is no good. */
    int stepsPerEpoch() {
        return BATCH.count(batch).map(NotebookDigits::stepsPerEpoch).orElse(0);
    }

    /** 0 if the number of epochs is no good. */
    int epochCount() {
        return EPOCHS.count(epochs).orElse(0);
    }
}
