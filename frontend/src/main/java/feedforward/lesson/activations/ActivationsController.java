package feedforward.lesson.activations;

import feedforward.course.ActivationFunction;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;

/** Decides what each event makes of the lesson. Mutable in its state alone; knows no browser. */
final class ActivationsController {
    private static final int LAYERS = 5;

    private final ActivationsActions actions;
    private ActivationsState state = ActivationsState.first();

    ActivationsController(ActivationsActions actions) {
        this.actions = actions;
    }

    ActivationsState state() {
        return state;
    }

    /** Sets the lesson as a link has it. */
    void opened(LessonLink link) {
        double limit = ActivationsState.LIMIT;
        chosen(link.text("f", ActivationsState.FIRST.id()));
        if (!state.function().id().equals(link.text("f", ActivationsState.FIRST.id()))) {
            link.note("f", "one of the gallery’s functions, such as relu");
        }
        placed(link.number("z", ActivationsState.FIRST_Z, -limit, limit));
    }

    /** The link to what is shown now. */
    LessonLink link() {
        LessonLink link = LessonLink.empty();
        if (state.function() != ActivationsState.FIRST) {
            link = link.with("f", state.function().id());
        }
        return state.z() == ActivationsState.FIRST_Z ? link : link.with("z", Math.round(state.z() * 100) / 100.0);
    }

    void chosen(String id) {
        for (ActivationFunction function : ActivationFunction.values()) {
            if (function.id().equals(id)) {
                show(state.with(function));
            }
        }
    }

    /** The input was moved, in hundredths. */
    void placed(double z) {
        double within = Math.max(-ActivationsState.LIMIT, Math.min(ActivationsState.LIMIT, z));
        show(state.at(Math.round(within * 100) / 100f));
    }

    void reset() {
        show(state.with(ActivationsState.FIRST).at(ActivationsState.FIRST_Z));
    }

    void slopeChecked() {
        show(state.withSlope(judgedSlope()));
        finishIfSolved();
    }

    void layersChecked(String text) {
        show(state.withLayers(judgedLayers(text)));
        finishIfSolved();
    }

    private Answer judgedSlope() {
        ActivationFunction function = state.function();
        float slope = function.slope(state.z());
        String now = "At z = " + Numbers.fixed(state.z(), 2) + " the slope of " + function.title() + " is "
                + Numbers.fixed(slope, 4) + ". ";
        if (function != ActivationFunction.SIGMOID) {
            return Answer.wrong(now + "The exercise is about the sigmoid: choose it first.");
        }
        if (slope > 0.0255f) {
            return Answer.wrong(now + "That is still more than a tenth of 0.25: go further from 0.");
        }
        return slope < 0.0245f
                ? Answer.wrong(now + "That is less than a tenth of 0.25: go back towards 0.")
                : Answer.right(now + "A unit whose sum is " + Numbers.fixed(Math.abs(state.z()), 2)
                        + " from 0 learns ten times as slowly as one at 0.");
    }

    private static Answer judgedLayers(String text) {
        double typed = Typed.number(text).orElse(Double.NaN);
        if (Double.isNaN(typed)) {
            return Answer.wrong("Expected a whole number of layers, but was “" + text.trim() + "”.");
        }
        if (typed == LAYERS) {
            return Answer.right(
                    "0.25⁵ = 0.00098. Five layers of tanh, whose slope is 1 at best, need not lose anything;"
                            + " ReLU loses nothing wherever it is on.");
        }
        if (typed != Math.rint(typed) || typed < 1 || typed > 100) {
            return Answer.wrong("A number of layers is 1, 2, 3, …");
        }
        return typed < LAYERS
                ? Answer.wrong("0.25 to the power of " + (int) typed + " is "
                        + Numbers.significant(Math.pow(0.25, typed)) + ", which is still above 0.001.")
                : Answer.wrong(
                        "That is enough, but one layer fewer still is: multiply 0.25 by itself until the product is"
                                + " below 0.001.");
    }

    private void finishIfSolved() {
        if (state.slope().isRight() && state.layers().isRight()) {
            actions.solved();
        }
    }

    private void show(ActivationsState newer) {
        state = newer;
        actions.show();
    }
}
