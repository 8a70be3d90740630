package feedforward.lesson.curve;

import feedforward.course.CurveEdit;
import feedforward.course.CurveJournal;
import feedforward.course.CurvePoints;
import feedforward.course.CurveSetup;
import feedforward.course.CurveTraining;
import feedforward.device.Device;
import feedforward.lesson.LessonLink;
import feedforward.lesson.curve.CurveState.Motion;
import feedforward.train.DivergedException;
import feedforward.train.RunSpec;
import feedforward.view.Numbers;
import java.util.function.LongSupplier;

/**
 * Decides what each event makes of the lesson, but for those that edit its points: they are the {@link CurveEditor}'s. Mutable in its
 * state and in the run under way; knows no browser.
 */
final class CurveController {
    private static final int LONGER = 10;

    private final CurveActions actions;
    private final CurveRun run;
    private final CurveEditor editor;
    private CurveKnobs knobs = CurveKnobs.COURSE;
    private CurveAnswers answers = CurveAnswers.OPEN;
    private CurvePoints modelled = CurvePoints.ofTheCourse();
    private CurveModels models = CurveModels.of(modelled);
    private CurveState state;

    /** @param nanoClock a clock in nanoseconds that never goes back */
    CurveController(CurveActions actions, Device device, LongSupplier nanoClock) {
        this.actions = actions;
        run = new CurveRun(device, nanoClock);
        editor = new CurveEditor(run, nanoClock, this::show);
        state = seen("");
    }

    CurveState state() {
        return state;
    }

    CurveEditor editor() {
        return editor;
    }

    /** Sets the lesson as a link has it, and trains the same run as far. */
    void opened(LessonLink opened) {
        CurveLink link = CurveLink.read(opened);
        knobs = link.knobs();
        run.replay(link);
        run.aimAt(knobs.iterations().orElseThrow());
        show("");
    }

    /** The link to what is shown now. */
    LessonLink link() {
        return CurveLink.of(run.training(), knobs);
    }

    /** The main button. */
    void played() {
        if (state.moving()) {
            run.stand();
        } else if (knobs.trouble().isEmpty() && run.training().finished()) {
            show("A million iterations are the most. Press Reset to begin anew.");
            return;
        } else if (knobs.trouble().isEmpty()) {
            if (run.done()) {
                run.aimAt(Math.min(RunSpec.MOST_EPOCHS, run.goal() * LONGER));
                knobs = knobs.withGoal(Integer.toString(run.goal()));
            }
            run.goOn();
        }
        show("");
    }

    /** One step, after which the run stands. */
    void stepped() {
        if (!knobs.trouble().isEmpty() || run.done()) {
            run.stand();
            show("");
        } else {
            train(run::step);
        }
    }

    /** A frame of the run under way. */
    void ticked() {
        editor.moveIfDue();
        train(() -> run.frame(knobs.speed()));
    }

    /** From the same initial weights, with the points and the knobs as they are. */
    void reset() {
        begin(run.now(), Motion.STANDING);
    }

    /** All as the course has it. */
    void courseWanted() {
        knobs = CurveKnobs.COURSE;
        run.aimAt(knobs.iterations().orElseThrow());
        editor.chooseNone();
        begin(CurveSetup.COURSE, Motion.STANDING);
    }

    /** The course's points, and a run from its beginning. */
    void coursePointsWanted() {
        editor.chooseNone();
        begin(run.now().with(CurvePoints.ofTheCourse()), Motion.STANDING);
    }

    /** A network of so many units learns at once, at a rate. */
    void tried(int units, String rate) {
        knobs = knobs.withRate(rate);
        CurveEdit.Rate learningRate = knobs.learningRate().orElseThrow();
        begin(run.now().withHidden(units).with(learningRate), Motion.RUNNING);
    }

    /** Another network: its run begins anew, and goes on if one was going on. */
    void hiddenChosen(int units) {
        begin(run.now().withHidden(units), run.motion() == Motion.RUNNING ? Motion.RUNNING : Motion.STANDING);
    }

    /** The rate counts from the next step on. */
    void rateTyped(String text) {
        knobs = knobs.withRate(text);
        knobs.learningRate().filter(rate -> !rate.equals(run.now().rate())).ifPresent(run::edit);
        show("");
    }

    void goalTyped(String text) {
        knobs = knobs.withGoal(text);
        knobs.iterations().ifPresent(run::aimAt);
        show("");
    }

    /** Other initial weights: the run begins anew. */
    void seedTyped(String text) {
        knobs = knobs.withSeed(text);
        long seed = knobs.seedNumber().orElse(run.now().seed());
        if (seed == run.now().seed()) {
            show("");
        } else {
            begin(run.now().withSeed(seed), Motion.STANDING);
        }
    }

    void speedChosen(String id) {
        knobs = knobs.with(CurveSpeed.named(id).orElse(CurveSpeed.FAST));
        show("");
    }

    void parametersChecked(String text) {
        answer(answers.withParameters(CurveExercises.parameters(text)));
    }

    void trainedChecked() {
        answer(answers.withTrained(CurveExercises.trained(state)));
    }

    void noiseChecked(String choice) {
        answer(answers.withNoise(CurveExercises.noise(choice)));
    }

    private void answer(CurveAnswers newer) {
        answers = newer;
        show("");
        if (answers.allRight()) {
            actions.solved();
        }
    }

    private void begin(CurveSetup setup, Motion motion) {
        editor.letGo();
        run.begin(setup, motion);
        show("");
    }

    private void train(Runnable steps) {
        try {
            steps.run();
            show("");
        } catch (DivergedException e) {
            show(
                    "The cost is no longer a number: the weights have grown beyond all bounds. Take a smaller learning rate, then press Reset.");
        }
    }

    /** @param words what has to be said; if that is nothing, how far a replay is, or what is wrong with the knobs or the curve */
    private void show(String words) {
        state = seen(words);
        actions.show();
    }

    private CurveState seen(String words) {
        CurveTraining training = run.training();
        CurvePoints points = editor.points();
        if (!points.equals(modelled)) {
            modelled = points;
            models = CurveModels.of(points);
        }
        return new CurveState(
                training.now().with(points),
                training.network(),
                points.cost(training.network().outputs(points.places())),
                training.stepsDone(),
                run.goal(),
                run.motion(),
                training.costs().points(),
                models,
                run.motion() == Motion.STANDING ? training.sha256() : "",
                editor.chosen(),
                knobs,
                words.isEmpty() ? trouble() : words,
                answers);
    }

    private String trouble() {
        if (run.motion() == Motion.REPLAYING) {
            return "Replaying this link’s " + Numbers.count(run.replayTo()) + " iterations; "
                    + Numbers.count(run.training().stepsDone()) + " are done. Pause ends it here.";
        }
        if (!run.training().journal().fitsAnAddress()) {
            return "More than " + CurveJournal.MOST
                    + " changes do not fit into the address: whoever opens it begins anew, with the"
                    + " points as they are.";
        }
        String trouble = knobs.trouble();
        return trouble.isEmpty() && run.training().stepsDone() > 0
                ? CurveTrouble.of(run.training().network())
                : trouble;
    }
}
