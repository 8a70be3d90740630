package feedforward.lesson.curve;

import feedforward.course.CurveEdit;
import feedforward.lesson.Typed;
import feedforward.train.RunSpec;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What stands in the fields, as typed, and the speed. Immutable.
 *
 * @param goal the number of iterations after which the run stops
 */
record CurveKnobs(String rate, String goal, String seed, CurveSpeed speed) {
    static final CurveKnobs COURSE = new CurveKnobs("0.9", "10000", "1", CurveSpeed.FAST);

    CurveKnobs withRate(String text) {
        return new CurveKnobs(text, goal, seed, speed);
    }

    CurveKnobs withGoal(String text) {
        return new CurveKnobs(rate, text, seed, speed);
    }

    CurveKnobs withSeed(String text) {
        return new CurveKnobs(rate, goal, text, speed);
    }

    CurveKnobs with(CurveSpeed other) {
        return new CurveKnobs(rate, goal, seed, other);
    }

    Optional<CurveEdit.Rate> learningRate() {
        return Typed.number(rate).flatMap(CurveEdit.Rate::of);
    }

    OptionalInt iterations() {
        OptionalLong typed = whole(goal);
        return typed.isPresent() && typed.getAsLong() >= 1 && typed.getAsLong() <= RunSpec.MOST_EPOCHS
                ? OptionalInt.of((int) typed.getAsLong())
                : OptionalInt.empty();
    }

    OptionalLong seedNumber() {
        OptionalLong typed = whole(seed);
        return typed.isPresent() && typed.getAsLong() >= 0 && typed.getAsLong() <= RunSpec.LARGEST_SEED
                ? typed
                : OptionalLong.empty();
    }

    /** What is wrong with a field; empty if nothing is. */
    String trouble() {
        if (learningRate().isEmpty()) {
            return "Learning rate: a number above 0, up to 10, such as 0.9; not “" + rate.trim() + "”";
        }
        if (iterations().isEmpty()) {
            return "Iterations: a whole number from 1 to 1,000,000, such as 10000; not “" + goal.trim() + "”";
        }
        return seedNumber().isEmpty() ? "Seed: a whole number from 0, such as 1; not “" + seed.trim() + "”" : "";
    }

    private static OptionalLong whole(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.replace(",", "").trim()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
