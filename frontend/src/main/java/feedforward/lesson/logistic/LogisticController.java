package feedforward.lesson.logistic;

import feedforward.course.CostSurface;
import feedforward.course.SurfaceDescent;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;
import java.util.Optional;

/** Decides what each event makes of the lesson. Mutable in its state and in the descent under way; knows no browser. */
final class LogisticController {
    private static final float RATE = 4;

    private final LogisticActions actions;
    private final CostSurface surface = CostSurface.logistic();
    private LogisticState state = LogisticState.fresh();
    private Optional<SurfaceDescent> descent = Optional.empty();

    LogisticController(LogisticActions actions) {
        this.actions = actions;
    }

    LogisticState state() {
        return state;
    }

    double cost() {
        return surface.costAt(state.m(), state.b());
    }

    /** Sets the lesson as a link has it: the same curve, descended by as many steps. */
    void opened(LessonLink link) {
        placed(
                link.number("m", LogisticState.FIRST_M, -LogisticState.MOST_M, LogisticState.MOST_M),
                link.number("b", LogisticState.FIRST_B, -LogisticState.MOST_B, LogisticState.MOST_B));
        int steps = link.count("step", 0, 0, SurfaceDescent.MOST_STEPS);
        if (steps > 0) {
            SurfaceDescent rolling = begin();
            descended(rolling, rolling.advance(steps));
        }
    }

    LessonLink link() {
        LessonLink link = LessonLink.empty();
        if (state.startM() != LogisticState.FIRST_M || state.startB() != LogisticState.FIRST_B) {
            link = link.with("m", state.startM()).with("b", state.startB());
        }
        return state.steps() == 0 ? link : link.with("step", state.steps());
    }

    void placed(double m, double b) {
        descent = Optional.empty();
        show(state.placed(m, b));
    }

    void played() {
        show(state.saying("").running(!state.running()));
    }

    void stepped() {
        SurfaceDescent rolling = begin();
        show(state.saying("").running(false));
        descended(rolling, rolling.advance(1));
    }

    /** A frame of the running descent. */
    void ticked() {
        if (state.running()) {
            SurfaceDescent rolling = begin();
            descended(rolling, rolling.advanceFrame());
        }
    }

    void reset() {
        placed(LogisticState.FIRST_M, LogisticState.FIRST_B);
    }

    void limitsChecked(String atZero, String farRight, String farLeft) {
        show(state.withLimits(judgedLimits(atZero, farRight, farLeft)));
        finishIfSolved();
    }

    void middleChecked(String offset) {
        show(state.withMiddle(judgedMiddle(offset)));
        finishIfSolved();
    }

    /** @param choice line or logistic; empty if none was chosen */
    void betterChosen(String choice) {
        show(state.withBetter(
                switch (choice) {
                    case "line" ->
                        Answer.right(
                                "0.0012657 against 0.0013052. The sigmoid is bent, but not as these points are: it falls flat at its"
                                        + " ends, they in the middle. A bend helps only where it fits.");
                    case "logistic" ->
                        Answer.wrong(
                                "Press Descend and compare the cost where it ends with the best line’s 0.0012657.");
                    default -> Answer.wrong("Choose one of the two.");
                }));
        finishIfSolved();
    }

    private static Answer judgedLimits(String atZero, String farRight, String farLeft) {
        if (Double.isNaN(number(atZero))) {
            return Answer.wrong(Typed.noNumber("At z = 0", atZero, "0.25"));
        }
        if (Double.isNaN(number(farRight))) {
            return Answer.wrong(Typed.noNumber("Far to the right", farRight, "0.25"));
        }
        if (Double.isNaN(number(farLeft))) {
            return Answer.wrong(Typed.noNumber("Far to the left", farLeft, "0.25"));
        }
        if (number(atZero) != 0.5) {
            return Answer.wrong("At z = 0: e⁰ is 1, so σ(0) = 1 / (1 + 1).");
        }
        if (number(farRight) != 1) {
            return Answer.wrong(
                    "σ(0) is right. Far to the right e⁻ᶻ shrinks to nothing: what is left of 1 / (1 + e⁻ᶻ)?");
        }
        return number(farLeft) == 0
                ? Answer.right("σ(0) = ½, and 1 and 0 at the ends, which it comes near but never reaches.")
                : Answer.wrong("Far to the left e⁻ᶻ grows without bound, and 1 divided by it shrinks.");
    }

    private static Answer judgedMiddle(String text) {
        double offset = number(text);
        if (offset == -2) {
            return Answer.right("10 · 0.2 − 2 = 0, and σ(0) = ½. In general the middle lies at x = −b/m.");
        }
        if (Double.isNaN(offset)) {
            return Answer.wrong(Typed.noNumber("Offset b", text, "0.5 or −3"));
        }
        return Answer.wrong(
                offset == 2
                        ? "With b = 2 the middle lies at x = −0.2: 10 · (−0.2) + 2 = 0. The offset moves the curve the other way."
                        : "The sigmoid is ½ where its input is 0. So m·x + b = 0 with m = 10 and x = 0.2: which b?");
    }

    private void finishIfSolved() {
        if (state.limits().isRight()
                && state.middle().isRight()
                && state.better().isRight()) {
            actions.solved();
        }
    }

    /** The descent under way, or one from where the curve was put. */
    private SurfaceDescent begin() {
        SurfaceDescent rolling = descent.orElseGet(() -> surface.descentFrom(state.startM(), state.startB(), RATE));
        descent = Optional.of(rolling);
        return rolling;
    }

    /** This cost is never too steep for this rate, and 20,000 steps are enough: what descent comes to is its end. */
    private void descended(SurfaceDescent rolling, SurfaceDescent.Outcome outcome) {
        show(state.descended(rolling.place().u(), rolling.place().v(), rolling.steps()));
        if (outcome != SurfaceDescent.Outcome.UNDER_WAY) {
            show(state.running(false)
                    .saying("Arrived at the best logistic curve after " + Numbers.count(rolling.steps())
                            + " steps: it costs " + Numbers.fixed(cost(), 7) + "."));
        }
    }

    private void show(LogisticState newer) {
        state = newer;
        actions.show();
    }

    private static double number(String text) {
        return Typed.number(text).orElse(Double.NaN);
    }
}
