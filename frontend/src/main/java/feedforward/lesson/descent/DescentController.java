package feedforward.lesson.descent;

import feedforward.course.CostSurface;
import feedforward.course.SurfaceDescent;
import feedforward.course.SurfaceDescent.Place;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;
import java.util.List;
import java.util.Optional;

/** Decides what each event makes of the lesson. Mutable in its state, its surface and the descent under way; knows no browser. */
final class DescentController {
    /** An arrow key moves the ball by this part of the figure. */
    private static final double NUDGE = 0.02;

    private final DescentActions actions;
    private CostSurface surface = CostSurface.line();
    private Optional<SurfaceDescent> descent = Optional.empty();
    private DescentState state;

    DescentController(DescentActions actions) {
        this.actions = actions;
        DescentModel line = DescentModel.LINE;
        state = new DescentState(
                line, 0, 0, List.of(new Place(0, 0, 0)), 0, 0, line.rate(), false, "", Answer.OPEN, Answer.OPEN);
        hold(line, line.startU(), line.startV(), line.rate());
    }

    DescentState state() {
        return state;
    }

    /** The model's cost over the plane that is shown. */
    CostSurface surface() {
        return surface;
    }

    /** Sets the lesson as a link has it: the same model and start, descended by as many steps. */
    void opened(LessonLink link) {
        modelChosen(link.text("model", DescentModel.LINE.id()));
        DescentModel model = state.model();
        if (link.has("model") && !link.text("model", "").equals(model.id())) {
            link.note("model", "line, logistic or network");
        }
        double u = link.number("u", model.startU(), model.leastU(), model.mostU());
        double v = link.number("v", model.startV(), model.leastV(), model.mostV());
        hold(model, u, v, link.text("rate", model.rate()));
        int steps = link.count("step", 0, 0, SurfaceDescent.MOST_STEPS);
        if (steps > 0) {
            begin().ifPresent(rolling -> rolled(rolling, rolling.advance(steps)));
        }
    }

    LessonLink link() {
        DescentModel model = state.model();
        LessonLink link = LessonLink.empty();
        if (model != DescentModel.LINE) {
            link = link.with("model", model.id());
        }
        if (state.startU() != model.startU() || state.startV() != model.startV()) {
            link = link.with("u", state.startU()).with("v", state.startV());
        }
        if (!state.rate().equals(model.rate())) {
            link = link.with("rate", state.rate());
        }
        return state.steps() == 0 ? link : link.with("step", state.steps());
    }

    void modelChosen(String id) {
        DescentModel model = DescentModel.named(id);
        if (model != state.model()) {
            surface = model.surface();
        }
        hold(model, model.startU(), model.startV(), model.rate());
    }

    /** The ball is put somewhere, within what is shown. */
    void placed(double u, double v) {
        DescentModel model = state.model();
        hold(
                model,
                Math.max(model.leastU(), Math.min(model.mostU(), u)),
                Math.max(model.leastV(), Math.min(model.mostV(), v)),
                state.rate());
    }

    /** @return whether this is a key that moves the ball */
    boolean keyPressed(String key) {
        DescentModel model = state.model();
        double du = NUDGE * (model.mostU() - model.leastU());
        double dv = NUDGE * (model.mostV() - model.leastV());
        Place ball = state.ball();
        switch (key) {
            case "ArrowLeft" -> placed(ball.u() - du, ball.v());
            case "ArrowRight" -> placed(ball.u() + du, ball.v());
            case "ArrowDown" -> placed(ball.u(), ball.v() - dv);
            case "ArrowUp" -> placed(ball.u(), ball.v() + dv);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Another rate starts from where the ball was let go. */
    void rateTyped(String text) {
        boolean wasRunning = state.running();
        hold(state.model(), state.startU(), state.startV(), text);
        if (Typed.learningRate(text).isEmpty()) {
            show(state.saying(noRate(text)));
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
            rolled(rolling, rolling.advance(1));
        });
    }

    /** A frame of the running descent. */
    void ticked() {
        if (state.running()) {
            SurfaceDescent rolling = descent.orElseThrow();
            rolled(rolling, rolling.advanceFrame());
        }
    }

    void reset() {
        DescentModel model = state.model();
        hold(model, model.startU(), model.startV(), model.rate());
    }

    void limitChecked(String text) {
        show(state.withLimit(judgedLimit(text)));
        finishIfSolved();
    }

    /** @param choice m or b; empty if none was chosen */
    void flatChosen(String choice) {
        show(state.withFlat(
                switch (choice) {
                    case "m" ->
                        Answer.right(
                                "The ellipses are longer along m: the cost curves by a third as much there, since the x"
                                        + " lie between −1 and 1 and their mean square is 0.33. So the ball is soon right in b, and crawls in m.");
                    case "b" ->
                        Answer.wrong(
                                "Across short distances the lines of equal cost lie close: steep. Along b they lie closer.");
                    default -> Answer.wrong("Choose one of the two.");
                }));
        finishIfSolved();
    }

    private static Answer judgedLimit(String text) {
        Optional<Double> typed = Typed.number(text);
        if (typed.isEmpty()) {
            return Answer.wrong("Expected a number such as 1.5, but was “" + text.trim() + "”.");
        }
        if (Math.abs(typed.get() - 2) < 0.051) {
            return Answer.right(
                    "2/λ = 2/1.001 = 1.998. At 1.9 the ball leaps from side to side and still arrives; at 2.1 each leap"
                            + " is longer than the one before.");
        }
        return Answer.wrong(
                typed.get() < 2
                        ? "Let the ball go with a rate a little above that: it still arrives."
                        : "Let the ball go with that rate: it leaps out of the figure.");
    }

    private void finishIfSolved() {
        if (state.limit().isRight() && state.flat().isRight()) {
            actions.solved();
        }
    }

    private void hold(DescentModel model, double u, double v, String rate) {
        descent = Optional.empty();
        show(state.heldAt(model, u, v, surface.costAt(u, v), rate));
    }

    /** The ball that rolls, let go if it is held; says what is wrong if that cannot be. */
    private Optional<SurfaceDescent> begin() {
        if (descent.isEmpty()) {
            Optional<Float> rate = Typed.learningRate(state.rate());
            if (rate.isEmpty()) {
                show(state.saying(noRate(state.rate())));
            } else {
                descent = Optional.of(surface.descentFrom(state.startU(), state.startV(), rate.get()));
            }
        }
        return descent;
    }

    private void rolled(SurfaceDescent rolling, SurfaceDescent.Outcome outcome) {
        show(state.rolled(rolling.way(), rolling.steps(), rolling.cost()));
        switch (outcome) {
            case UNDER_WAY -> {}
            case ARRIVED -> stop("Arrived: the ground is level here.");
            case LOST -> stop(tooFast());
            case EXHAUSTED -> stop("Stopped after " + Numbers.count(rolling.steps()) + " steps.");
        }
    }

    private String tooFast() {
        String why = "The ball leaps higher with each step and is lost. ";
        if (state.model() == DescentModel.NETWORK) {
            return why
                    + "Where the surface curves by λ, a learning rate above 2/λ cannot come to rest. Choose a smaller one.";
        }
        double curvature = surface.steepestCurvature(state.startU(), state.startV());
        return why + "The surface curves by up to λ = " + Numbers.fixed(curvature, 3)
                + " where it was let go, and a learning rate above 2/λ = " + Numbers.fixed(2 / curvature, 3)
                + " lands higher on the far side than it started. Choose a smaller one.";
    }

    private void stop(String why) {
        show(state.running(false).saying(why));
    }

    private void show(DescentState newer) {
        state = newer;
        actions.show();
    }

    private static String noRate(String text) {
        return Typed.noLearningRate(text, DescentModel.LINE.rate());
    }
}
