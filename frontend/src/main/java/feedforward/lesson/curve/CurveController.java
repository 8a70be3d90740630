package feedforward.lesson.curve;

import feedforward.course.CurveEdit;
import feedforward.course.CurvePoints;
import feedforward.course.CurveSetup;
import feedforward.course.CurveTraining;
import feedforward.device.Device;
import feedforward.lesson.LessonLink;
import feedforward.lesson.curve.CurveState.Motion;
import feedforward.train.DivergedException;
import feedforward.train.RunSpec;
import java.util.List;
import java.util.function.LongSupplier;

/** Decides what each event makes of the lesson. Mutable in its state and in the run under way; knows no browser. */
final class CurveController {
    /** Half of a frame, so that the other half draws. */
    private static final long FRAME_NANOS = 8_000_000;

    private static final int LONGER = 10;

    private final CurveActions actions;
    private final Device device;
    private final LongSupplier nanoClock;
    private final CurveHand hand = new CurveHand();
    private CurveTraining training;
    private CurveState state;
    private int replayTo;

    /** @param nanoClock a clock in nanoseconds that never goes back */
    CurveController(CurveActions actions, Device device, LongSupplier nanoClock) {
        this.actions = actions;
        this.device = device;
        this.nanoClock = nanoClock;
        training = CurveTraining.start(CurveSetup.COURSE, device);
        state = seen(new CurveState(
                CurveSetup.COURSE,
                training.network(),
                0,
                0,
                CurveKnobs.COURSE.iterations().orElseThrow(),
                Motion.STANDING,
                List.of(),
                CurveModels.of(CurvePoints.ofTheCourse()),
                "",
                -1,
                CurveKnobs.COURSE,
                "",
                CurveAnswers.OPEN));
    }

    CurveState state() {
        return state;
    }

    /** Sets the lesson as a link has it, and trains the same run as far. */
    void opened(LessonLink opened) {
        CurveLink link = CurveLink.read(opened);
        training = CurveTraining.replay(link.setup(), link.edits(), device);
        replayTo = link.step();
        show(state.with(link.knobs())
                .withGoal(link.knobs().iterations().orElseThrow())
                .with(replayTo > 0 ? Motion.REPLAYING : Motion.STANDING));
    }

    /** The link to what is shown now. */
    LessonLink link() {
        return CurveLink.of(training, state.knobs());
    }

    /** The main button. */
    void played() {
        if (state.moving()) {
            show(state.with(Motion.STANDING));
        } else if (!state.knobs().trouble().isEmpty()) {
            show(state);
        } else if (!state.done()) {
            show(state.with(Motion.RUNNING));
        } else if (training.finished()) {
            say("A million iterations are the most. Press Reset to begin anew.");
        } else {
            int goal = Math.min(RunSpec.MOST_EPOCHS, state.goal() * LONGER);
            show(state.withGoal(goal)
                    .with(state.knobs().withGoal(Integer.toString(goal)))
                    .with(Motion.RUNNING));
        }
    }

    /** One step, after which the run stands. */
    void stepped() {
        CurveState standing = state.with(Motion.STANDING);
        if (!state.knobs().trouble().isEmpty() || state.done()) {
            show(standing);
        } else {
            advance(standing, training.stepsDone() + 1, 1);
        }
    }

    /** A frame of the run under way. */
    void ticked() {
        hand.due(nanoClock.getAsLong()).ifPresent(this::make);
        if (state.motion() == Motion.RUNNING) {
            advance(state, state.goal(), state.knobs().speed().steps());
        } else if (state.motion() == Motion.REPLAYING) {
            advance(state, replayTo, Integer.MAX_VALUE);
        }
    }

    /** From the same initial weights, with the points and the knobs as they are. */
    void reset() {
        begin(training.now(), Motion.STANDING);
    }

    /** All as the course has it. */
    void courseWanted() {
        state = state.with(CurveKnobs.COURSE)
                .withGoal(CurveKnobs.COURSE.iterations().orElseThrow())
                .choosing(-1);
        begin(CurveSetup.COURSE, Motion.STANDING);
    }

    /** The course's points, and a run from its beginning. */
    void coursePointsWanted() {
        state = state.choosing(-1);
        begin(training.now().with(CurvePoints.ofTheCourse()), Motion.STANDING);
    }

    /** A network of so many units learns at once, at a rate. */
    void tried(int units, String rate) {
        state = state.with(state.knobs().withRate(rate));
        CurveEdit.Rate learningRate = state.knobs().learningRate().orElseThrow();
        begin(training.now().withHidden(units).with(learningRate), Motion.RUNNING);
    }

    /** Another network: its run begins anew, and goes on if one was going on. */
    void hiddenChosen(int units) {
        begin(training.now().withHidden(units), state.motion() == Motion.RUNNING ? Motion.RUNNING : Motion.STANDING);
    }

    /** The rate counts from the next step on. */
    void rateTyped(String text) {
        state = state.with(state.knobs().withRate(text));
        state.knobs()
                .learningRate()
                .filter(rate -> !rate.equals(training.now().rate()))
                .ifPresent(this::make);
        show(state);
    }

    void goalTyped(String text) {
        CurveKnobs knobs = state.knobs().withGoal(text);
        show(state.with(knobs).withGoal(knobs.iterations().orElse(state.goal())));
    }

    /** Other initial weights: the run begins anew. */
    void seedTyped(String text) {
        CurveKnobs knobs = state.knobs().withSeed(text);
        state = state.with(knobs);
        long seed = knobs.seedNumber().orElse(training.now().seed());
        if (seed == training.now().seed()) {
            show(state);
        } else {
            begin(training.now().withSeed(seed), Motion.STANDING);
        }
    }

    void speedChosen(String id) {
        show(state.with(state.knobs().with(CurveSpeed.named(id).orElse(CurveSpeed.FAST))));
    }

    /** The pen comes down: on a point, which it takes, or beside all, where it makes one. */
    void penDown(double x, double y) {
        int point = CurveHand.near(training.now().points(), x, y);
        if (point >= 0) {
            hand.take(point, training.now().points(), x, y);
            show(state.choosing(point));
        } else if (add(CurveHand.added(x, y))) {
            hand.take(state.chosen(), training.now().points(), x, y);
        }
    }

    void penMoved(double x, double y) {
        hand.moveTo(x, y);
        if (state.motion() != Motion.RUNNING) {
            hand.due(nanoClock.getAsLong()).ifPresent(this::make);
        }
        show(state);
    }

    void penLifted() {
        hand.letGo();
        hand.due(nanoClock.getAsLong()).ifPresent(this::make);
        show(state);
    }

    /** A point more, below the middle of the plot where none of the course's are, to be moved by the arrow keys. */
    void addWanted() {
        add(CurveHand.added(0, (CurveHand.LOWEST + CurveHand.HIGHEST) / 4));
    }

    /** The chosen point is no longer wanted. */
    void removeWanted() {
        if (state.chosen() < 0) {
            return;
        }
        if (training.now().points().count() == CurvePoints.FEWEST) {
            say("Two points are the fewest there can be.");
            return;
        }
        hand.forget();
        int point = state.chosen();
        make(new CurveEdit.Remove(point));
        show(state.choosing(Math.min(point, training.now().points().count() - 1)));
    }

    /** Chooses the point so many places behind the chosen one; the first if none is. */
    void chosenMoved(int by) {
        int count = training.now().points().count();
        show(state.choosing(state.chosen() < 0 ? 0 : Math.floorMod(state.chosen() + by, count)));
    }

    /** Moves the chosen point; without one, chooses the first. */
    void pointMoved(double dx, double dy) {
        if (state.chosen() < 0) {
            chosenMoved(0);
            return;
        }
        CurvePoints points = training.now().points();
        make(CurveHand.moved(state.chosen(), points.x(state.chosen()) + dx, points.y(state.chosen()) + dy));
        show(state);
    }

    void parametersChecked(String text) {
        answer(state.answers().withParameters(CurveExercises.parameters(text)));
    }

    void trainedChecked() {
        answer(state.answers().withTrained(CurveExercises.trained(state)));
    }

    void noiseChecked(String choice) {
        answer(state.answers().withNoise(CurveExercises.noise(choice)));
    }

    private void answer(CurveAnswers answers) {
        show(state.with(answers));
        if (answers.allRight()) {
            actions.solved();
        }
    }

    private boolean add(CurveEdit.Add point) {
        if (training.now().points().count() == CurvePoints.MOST) {
            say(CurvePoints.MOST + " points are the most there can be. Remove one first.");
            return false;
        }
        make(point);
        show(state.choosing(training.now().points().count() - 1));
        return true;
    }

    /** Before the first step an edit changes what the run begins with. */
    private void make(CurveEdit edit) {
        if (training.stepsDone() == 0) {
            training = CurveTraining.start(training.now().after(edit), device);
        } else {
            training.edit(edit);
        }
        if (state.motion() == Motion.REPLAYING) {
            state = state.with(Motion.STANDING);
        }
    }

    private void begin(CurveSetup setup, Motion motion) {
        hand.forget();
        training = CurveTraining.start(setup, device);
        show(state.with(motion));
    }

    /** Steps until a number of them is done in all, so many at most, for as long as a frame has time. */
    private void advance(CurveState from, int target, int most) {
        long end = nanoClock.getAsLong() + FRAME_NANOS;
        int done = 0;
        try {
            while (training.stepsDone() < target && done < most && (done == 0 || nanoClock.getAsLong() < end)) {
                training.step();
                done++;
            }
        } catch (DivergedException e) {
            show(from.with(Motion.STANDING));
            say(
                    "The cost is no longer a number: the weights have grown beyond all bounds. Take a smaller learning rate, then press Reset.");
            return;
        }
        show(training.stepsDone() < target ? from : from.with(Motion.STANDING));
    }

    private void say(String words) {
        state = state.saying(words);
        actions.show();
    }

    private void show(CurveState newer) {
        state = seen(newer);
        actions.show();
    }

    /** A state with what the run has come to. */
    private CurveState seen(CurveState newer) {
        CurvePoints points = hand.shown(training.now().points());
        boolean samePoints = points.equals(newer.now().points());
        String trouble = newer.knobs().trouble();
        return new CurveState(
                training.now().with(points),
                training.network(),
                points.cost(training.network().outputs(points.places())),
                training.stepsDone(),
                newer.goal(),
                newer.motion(),
                training.costs().points(),
                samePoints ? newer.models() : CurveModels.of(points),
                newer.moving() ? "" : training.sha256(),
                newer.chosen() < points.count() ? newer.chosen() : -1,
                newer.knobs(),
                trouble.isEmpty() && training.stepsDone() > 0 ? CurveTrouble.of(training.network()) : trouble,
                newer.answers());
    }
}
