package feedforward.lesson.line;

import feedforward.course.CostSurface;
import feedforward.course.LineFit;
import feedforward.course.SurfaceDescent;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;
import java.util.Optional;

/** Decides what each event makes of the lesson. Mutable in its state and in the descent under way; knows no browser. */
final class LineController {
    private static final double GOAL = 0.0014;
    /** The sliders end at 1, but steps that are too long lead beyond, where another rate begins a descent anew. */
    private static final double FARTHEST = 1000;

    private static final double RATIO = 0.0012657 / 0.000327;

    private final LineActions actions;
    private final CostSurface surface = CostSurface.line();
    private LineState state = LineState.at(LineState.FIRST_M, LineState.FIRST_B, LineState.USUAL_RATE);
    private Optional<SurfaceDescent> descent = Optional.empty();

    LineController(LineActions actions) {
        this.actions = actions;
    }

    LineState state() {
        return state;
    }

    /** Sets the lesson as a link has it: the same line, descended by as many steps. */
    void opened(LessonLink link) {
        float m = (float) link.number("m", LineState.FIRST_M, -FARTHEST, FARTHEST);
        float b = (float) link.number("b", LineState.FIRST_B, -FARTHEST, FARTHEST);
        int steps = link.count("step", 0, 0, SurfaceDescent.MOST_STEPS);
        show(LineState.at(m, b, link.text("rate", LineState.USUAL_RATE)));
        if (steps > 0) {
            begin().ifPresent(rolling -> descended(rolling, rolling.advance(steps)));
        }
    }

    /** The link to what is shown now. */
    LessonLink link() {
        LessonLink link = LessonLink.empty();
        if (state.startM() != LineState.FIRST_M || state.startB() != LineState.FIRST_B) {
            link = link.with("m", state.startM()).with("b", state.startB());
        }
        if (!state.rate().equals(LineState.USUAL_RATE)) {
            link = link.with("rate", state.rate());
        }
        return state.steps() == 0 ? link : link.with("step", state.steps());
    }

    void placed(float m, float b) {
        descent = Optional.empty();
        show(state.placed(m, b));
    }

    /** The rate counts at once: the descent goes on from where the line is. */
    void rateTyped(String text) {
        boolean wasRunning = state.running();
        descent = Optional.empty();
        LineState here = state.placed(state.m(), state.b()).withRate(text);
        show(here);
        if (Typed.learningRate(text).isEmpty()) {
            show(here.saying(Typed.noLearningRate(text, LineState.USUAL_RATE)));
        } else if (wasRunning) {
            played();
        }
    }

    void played() {
        if (state.running()) {
            show(state.running(false));
        } else if (begin().isPresent()) {
            show(state.saying("").running(true));
        }
    }

    void stepped() {
        begin().ifPresent(rolling -> {
            show(state.saying("").running(false));
            descended(rolling, rolling.advance(1));
        });
    }

    /** A frame of the running descent. */
    void ticked() {
        if (state.running()) {
            SurfaceDescent rolling = descent.orElseThrow();
            descended(rolling, rolling.advanceFrame());
        }
    }

    void reset() {
        descent = Optional.empty();
        show(state.placed(LineState.FIRST_M, LineState.FIRST_B).withRate(LineState.USUAL_RATE));
    }

    void lineChecked() {
        double cost = LineFit.cost(state.m(), state.b());
        show(state.withLineAnswer(judged(cost)));
        finishIfSolved();
    }

    void ratioChecked(String text) {
        show(state.withRatioAnswer(judgedRatio(text)));
        finishIfSolved();
    }

    private Answer judged(double cost) {
        String now = "Your line costs " + Numbers.fixed(cost, 5) + ". ";
        if (state.steps() > 0) {
            return Answer.wrong(now + "But gradient descent moved it: move the sliders yourself, then check.");
        }
        if (cost < GOAL) {
            return Answer.right(
                    now + "No straight line costs less than 0.0012657, so you are within 11 % of the best.");
        }
        // At its best height for this slope the errors sum to zero.
        double height = LineFit.cost(state.m(), LineFit.bestHeight(state.m()));
        boolean heightIsOff = cost - height > height - 0.0012657;
        return Answer.wrong(now
                + (heightIsOff
                        ? "Its height costs it most: " + (state.b() < LineFit.bestHeight(state.m()) ? "raise" : "lower")
                                + " b until about as many points lie above the line as below."
                        : "Its slope costs it most: make it " + (state.m() < 0.148 ? "steeper" : "less steep")
                                + ", until both ends of the line run through the points."));
    }

    private static Answer judgedRatio(String text) {
        Optional<Double> typed = Typed.number(text);
        if (typed.isEmpty()) {
            return Answer.wrong("Expected a number such as 2.5, but was “" + text.trim() + "”.");
        }
        double value = typed.get();
        if (Math.abs(value - RATIO) <= 0.06) {
            return Answer.right(
                    "0.0012657 / 0.000327 = 3.9. What is left is not noise: the points bend, and a line cannot.");
        }
        return Answer.wrong(
                Math.abs(value - 1 / RATIO) < 0.05
                        ? "That is the curve’s cost as a part of the line’s; the question is the other way round."
                        : "Divide the line’s cost by the curve’s: 0.0012657 / 0.000327.");
    }

    private void finishIfSolved() {
        if (state.lineAnswer().isRight() && state.ratioAnswer().isRight()) {
            actions.solved();
        }
    }

    /** The descent under way, or one from where the line is; says what is wrong if that cannot be. */
    private Optional<SurfaceDescent> begin() {
        if (descent.isEmpty()) {
            Optional<Float> rate = Typed.learningRate(state.rate());
            if (rate.isEmpty()) {
                show(state.saying(Typed.noLearningRate(state.rate(), LineState.USUAL_RATE)));
            } else {
                show(state.placed(state.m(), state.b()));
                descent = Optional.of(surface.descentFrom(state.m(), state.b(), rate.get()));
            }
        }
        return descent;
    }

    private void descended(SurfaceDescent rolling, SurfaceDescent.Outcome outcome) {
        show(state.descended(
                (float) rolling.place().u(), (float) rolling.place().v(), rolling.steps()));
        switch (outcome) {
            case UNDER_WAY -> {}
            case ARRIVED ->
                stop(
                        "Arrived: here the cost is flat in both directions, and the steps have become too small to matter.");
            case LOST -> stop(tooFast());
            case EXHAUSTED ->
                stop("Stopped after " + Numbers.count(rolling.steps())
                        + " steps; a larger learning rate arrives sooner.");
        }
    }

    private String tooFast() {
        double curvature = surface.steepestCurvature(0, 0);
        return "The cost grows with every step. This cost curves by up to λ = " + Numbers.fixed(curvature, 3)
                + ", and a learning rate above 2/λ = " + Numbers.fixed(2 / curvature, 3)
                + " lands higher on the far side of the valley than it started. Press Reset and choose a smaller one.";
    }

    private void stop(String why) {
        show(state.running(false).saying(why));
    }

    private void show(LineState newer) {
        state = newer;
        actions.show();
    }
}
