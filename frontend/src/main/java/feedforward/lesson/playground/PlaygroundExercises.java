package feedforward.lesson.playground;

import feedforward.data.PlaneSet;
import feedforward.lesson.Answer;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;
import java.util.Optional;

/** Judges what a student answers, and says why. */
final class PlaygroundExercises {
    private static final double SOLVED = 0.95;

    private PlaygroundExercises() {}

    /** How many different units the symmetric network has. */
    static Answer copies(String text) {
        Optional<Double> typed = Typed.number(text);
        if (typed.isEmpty()) {
            return Answer.wrong("Expected a whole number such as 4, but was “" + text.trim() + "”.");
        }
        double value = typed.get();
        if (value == 1) {
            return Answer.right(
                    "All eight begin alike and get the same gradient, so they stay alike: one unit, drawn eight times. A single"
                            + " tanh unit divides the plane along straight lines, which gets about 70 % of this set.");
        }
        return Answer.wrong(
                value == 8
                        ? "Eight are drawn, but compare their heat maps, and the weights that lead to them, after some training."
                        : "Point at the units of the hidden layer one after the other: how many different heat maps are there?");
    }

    /** Whether a network has learned the spiral. */
    static Answer spiral(PlaygroundState state) {
        if (state.settings()
                .points()
                .set()
                .filter(set -> set == PlaneSet.SPIRAL)
                .isEmpty()) {
            return Answer.wrong("These points are no spiral. Choose Spiral under Points, or the preset.");
        }
        Snapshot now = state.snapshot().orElseThrow();
        double accuracy = now.test().accuracy().orElseThrow();
        String reached = "After " + Numbers.fixed(now.epochs(), 1) + " epochs " + Numbers.percent(accuracy)
                + " of the test points are right. ";
        if (now.step() == 0) {
            return Answer.wrong("This network has not learned yet: press Train.");
        }
        if (accuracy >= SOLVED) {
            return Answer.right(reached + "The boundary follows both arms.");
        }
        double learnt = now.training().accuracy().orElseThrow();
        return Answer.wrong(reached
                + (learnt >= SOLVED
                        ? "The training points it knows: it learned them by heart. Use less noise, more points or fewer units."
                        : "Few units cannot bend the boundary often enough: try two layers of 16 ReLU units with Adam at 0.01, and"
                                + " give them 60 to 80 epochs."));
    }
}
