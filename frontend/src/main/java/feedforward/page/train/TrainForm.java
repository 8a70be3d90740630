package feedforward.page.train;

import feedforward.optimiser.OptimiserSpec;
import feedforward.text.Digits;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import feedforward.view.Numbers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in the form: a run to start from, and the numbers as they were typed.
 *
 * @param base the recipe's run, or the one that a link brought
 */
public record TrainForm(RunSpec base, String epochs, String learningRate, String batchSize, String seed) {
    /** The fields that take a number. */
    public enum Field {
        EPOCHS("Epochs"),
        LEARNING_RATE("Learning rate"),
        BATCH_SIZE("Batch size"),
        SEED("Seed");

        private final String title;

        Field(String title) {
            this.title = title;
        }
    }

    /** The form with a run's own numbers in it. */
    public static TrainForm of(RunSpec spec) {
        return new TrainForm(
                spec,
                Integer.toString(spec.epochs()),
                Numbers.shortest(spec.optimiser().learningRate()),
                Integer.toString(spec.batchSize()),
                Long.toString(spec.seed()));
    }

    /** The recipe whose network and data this is, if it is one's. */
    public Optional<Recipe> recipe() {
        return Arrays.stream(Recipe.values())
                .filter(recipe -> recipe.spec().network().equals(base.network())
                        && recipe.spec().data().equals(base.data()))
                .findFirst();
    }

    public TrainForm with(Field field, String text) {
        return switch (field) {
            case EPOCHS -> new TrainForm(base, text, learningRate, batchSize, seed);
            case LEARNING_RATE -> new TrainForm(base, epochs, text, batchSize, seed);
            case BATCH_SIZE -> new TrainForm(base, epochs, learningRate, text, seed);
            case SEED -> new TrainForm(base, epochs, learningRate, batchSize, text);
        };
    }

    /** What is wrong with each field that has something wrong. */
    public Map<Field, String> errors() {
        Map<Field, String> errors = new EnumMap<>(Field.class);
        check(errors, Field.EPOCHS, epochs, 1, RunSpec.MOST_EPOCHS);
        check(errors, Field.BATCH_SIZE, batchSize, 1, largestBatch());
        check(errors, Field.SEED, seed, 0, RunSpec.LARGEST_SEED);
        if (rate().isEmpty()) {
            errors.put(
                    Field.LEARNING_RATE,
                    "Learning rate: a number above 0, up to 10, such as 0.5; not " + quoted(learningRate));
        }
        return errors;
    }

    /** The run, if nothing is wrong. */
    public Optional<RunSpec> spec() {
        if (!errors().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RunSpec(
                base.data(),
                base.network(),
                base.loss(),
                base.optimiser().withLearningRate(rate().orElseThrow()),
                Integer.parseInt(batchSize.trim()),
                Integer.parseInt(epochs.trim()),
                Long.parseLong(seed.trim()),
                base.regime()));
    }

    private long largestBatch() {
        return Math.min(
                RunSpec.LARGEST_BATCH,
                RunSpec.MOST_VALUES_PER_BATCH / base.network().valuesPerExample());
    }

    private Optional<Float> rate() {
        try {
            float rate = (float) Double.parseDouble(learningRate.trim());
            return rate > 0 && rate <= OptimiserSpec.HIGHEST_LEARNING_RATE ? Optional.of(rate) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void check(Map<Field, String> errors, Field field, String text, long least, long most) {
        try {
            long value = Long.parseLong(text.trim());
            if (value >= least && value <= most) {
                return;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as a number out of range.
        }
        errors.put(
                field,
                field.title + ": a whole number from " + Digits.grouped(least) + " to " + Digits.grouped(most)
                        + "; not " + quoted(text));
    }

    private static String quoted(String text) {
        return text.isBlank() ? "empty" : "“" + text.trim() + "”";
    }
}
