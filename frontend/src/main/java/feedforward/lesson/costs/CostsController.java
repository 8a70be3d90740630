package feedforward.lesson.costs;

import feedforward.course.SaturatedUnit;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.loss.LossKind;
import feedforward.view.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what each event makes of the lesson. Mutable in its state and in the two units that learn; knows no browser. */
final class CostsController {
    static final int MOST_STEPS = 1_000;
    private static final int STEPS_PER_FRAME = 2;
    private static final float HALF = 0.5f;

    private final CostsActions actions;
    private CostsState state = CostsState.first();
    private SaturatedUnit squared;
    private SaturatedUnit cross;

    CostsController(CostsActions actions) {
        this.actions = actions;
        squared = unit(LossKind.SQUARED_ERROR, CostsState.FIRST_START, rate().orElseThrow());
        cross = unit(LossKind.BINARY_CROSS_ENTROPY, CostsState.FIRST_START, rate().orElseThrow());
        begin();
    }

    CostsState state() {
        return state;
    }

    /** The hashes of both units' weights, squared error's first. */
    String sha256() {
        return squared.sha256() + " " + cross.sha256();
    }

    /** Sets the lesson as a link has it: the same units after as many steps. */
    void opened(LessonLink link) {
        state = state.at(
                link.number("y", CostsState.FIRST_PREDICTION, -1, 2), link.count("t", CostsState.FIRST_TARGET, 0, 1));
        float start = (float) link.number("start", CostsState.FIRST_START, -4, 4);
        int steps = link.count("step", 0, 0, MOST_STEPS);
        restart(start, link.text("rate", CostsState.FIRST_RATE));
        if (rate().isPresent()) {
            advance(steps);
        }
    }

    /** The link to what is shown now. */
    LessonLink link() {
        LessonLink link = LessonLink.empty();
        link = state.prediction() == CostsState.FIRST_PREDICTION ? link : link.with("y", state.prediction());
        link = state.target() == CostsState.FIRST_TARGET ? link : link.with("t", state.target());
        link = state.start() == CostsState.FIRST_START ? link : link.with("start", state.start());
        link = state.rate().equals(CostsState.FIRST_RATE) ? link : link.with("rate", state.rate());
        return state.steps() == 0 ? link : link.with("step", state.steps());
    }

    /** In hundredths. */
    void predicted(double y) {
        show(state.at(Math.round(Math.max(-1, Math.min(2, y)) * 100) / 100.0, state.target()));
    }

    void targeted(int t) {
        show(state.at(state.prediction(), t));
    }

    void started(float weightAndBias) {
        restart(weightAndBias, state.rate());
    }

    void rateTyped(String text) {
        restart(state.start(), text);
    }

    void played() {
        if (state.running()) {
            show(state.running(false));
        } else if (canLearn()) {
            show(state.running(true));
        }
    }

    void stepped() {
        if (canLearn()) {
            show(state.running(false));
            advance(1);
        }
    }

    /** A frame of the running descent. */
    void ticked() {
        if (state.running()) {
            advance(STEPS_PER_FRAME);
        }
    }

    void reset() {
        state = state.at(CostsState.FIRST_PREDICTION, CostsState.FIRST_TARGET);
        restart(CostsState.FIRST_START, CostsState.FIRST_RATE);
    }

    void belowChecked(String text) {
        show(state.withBelow(
                Typed.number(text).map(CostsController::judgedBelow).orElse(noNumber(text))));
        finishIfSolved();
    }

    void factorChecked(String text) {
        show(state.withFactor(
                Typed.number(text).map(CostsController::judgedFactor).orElse(noNumber(text))));
        finishIfSolved();
    }

    private static Answer judgedBelow(double steps) {
        int right = firstStepBelowHalf(LossKind.SQUARED_ERROR);
        int byCross = firstStepBelowHalf(LossKind.BINARY_CROSS_ENTROPY);
        if (Math.abs(steps - right) <= 3) {
            return Answer.right("It is step " + right + "; with cross-entropy it is step " + byCross + ".");
        }
        if (Math.abs(steps - byCross) <= 3) {
            return Answer.wrong("That is the unit that learns by cross-entropy; the question is about squared error.");
        }
        return Answer.wrong("At step " + (int) Math.max(0, Math.min(MOST_STEPS, steps)) + " its output is "
                + (steps < right ? "still above" : "already below")
                + " one half. Let both learn from w = b = 2 at the rate 0.15, and step through.");
    }

    private static int firstStepBelowHalf(LossKind cost) {
        SaturatedUnit unit = unit(cost, CostsState.FIRST_START, (float) Double.parseDouble(CostsState.FIRST_RATE));
        while (unit.output() >= HALF && unit.steps() < MOST_STEPS) {
            unit.step();
        }
        return unit.steps();
    }

    private static Answer judgedFactor(double times) {
        if (times >= 56 && times <= 57) {
            return Answer.right(
                    "1 / 0.01766 = 56.6. The more wrong such a unit is, the less squared error teaches it.");
        }
        if (Math.abs(times - 0.01766) < 0.0005) {
            return Answer.wrong("That is the factor itself. How many times does it go into 1?");
        }
        return Answer.wrong("The two slopes differ by the factor σ′(4) = σ(4)·(1 − σ(4)) = 0.01766. Divide 1 by it.");
    }

    private void finishIfSolved() {
        if (state.below().isRight() && state.factor().isRight()) {
            actions.solved();
        }
    }

    private void restart(float start, String rate) {
        state = state.from(start, rate);
        // Without a good rate the units only stand at their start.
        float number = rate().orElse(1f);
        squared = unit(LossKind.SQUARED_ERROR, start, number);
        cross = unit(LossKind.BINARY_CROSS_ENTROPY, start, number);
        begin();
        canLearn();
    }

    private void begin() {
        show(state.learnt(List.of(squared.output()), List.of(cross.output())));
    }

    private boolean canLearn() {
        boolean can = rate().isPresent();
        show(state.saying(can ? "" : Typed.noLearningRate(state.rate(), CostsState.FIRST_RATE)));
        return can;
    }

    private void advance(int steps) {
        List<Float> bySquared = new ArrayList<>(state.squared());
        List<Float> byCross = new ArrayList<>(state.cross());
        for (int i = 0; i < steps && squared.steps() < MOST_STEPS; i++) {
            squared.step();
            cross.step();
            bySquared.add(squared.output());
            byCross.add(cross.output());
        }
        show(state.learnt(bySquared, byCross));
        if (squared.steps() >= MOST_STEPS) {
            show(state.running(false).saying("Stopped after " + Numbers.count(MOST_STEPS) + " steps."));
        }
    }

    private void show(CostsState newer) {
        state = newer;
        actions.show();
    }

    private Optional<Float> rate() {
        return Typed.learningRate(state.rate());
    }

    private static SaturatedUnit unit(LossKind cost, float start, float rate) {
        return new SaturatedUnit(cost, start, start, rate);
    }

    private static Answer noNumber(String text) {
        return Answer.wrong("Expected a number such as 12.5, but was “" + text.trim() + "”.");
    }
}
