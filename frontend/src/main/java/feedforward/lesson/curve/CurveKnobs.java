package feedforward.lesson.curve;

import feedforward.course.CurveEdit;
import feedforward.lesson.Typed;
import feedforward.lesson.WholeField;
import feedforward.train.RunSpec;
import java.util.Optional;

/**
 * What stands in the fields, as typed, and the speed. Immutable.
 *
 * @param goal the number of iterations after which the run stops
 */
record CurveKnobs(String rate, String goal, String seed, CurveSpeed speed) {
    static final CurveKnobs COURSE = new CurveKnobs("0.9", "10000", "1", CurveSpeed.FAST);

    private static final WholeField GOAL = new WholeField("Iterations", 1, RunSpec.MOST_EPOCHS);
    private static final WholeField SEED = new WholeField("Seed", 0, RunSpec.LARGEST_SEED);

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

    Optional<Integer> iterations() {
        return GOAL.count(goal);
    }

    Optional<Long> seedNumber() {
        return SEED.read(seed);
    }

    /** What is wrong with a field; empty if nothing is. */
    String trouble() {
        if (learningRate().isEmpty()) {
            return Typed.noLearningRate(rate, COURSE.rate, "from 0.000001 to 10");
        }
        return iterations().isEmpty() ? GOAL.trouble(goal) : SEED.trouble(seed);
    }
}
