package feedforward.lesson.curve;

import feedforward.course.CurveEdit;
import feedforward.course.CurveSetup;
import feedforward.course.CurveTraining;
import feedforward.device.Device;
import feedforward.lesson.curve.CurveState.Motion;
import feedforward.train.DivergedException;
import java.util.function.LongSupplier;

/** The run under way, whether it goes on, and to which step. Mutable. */
final class CurveRun {
    /** Half of a frame, so that the other half draws. */
    private static final long FRAME_NANOS = 8_000_000;

    private final Device device;
    private final LongSupplier nanoClock;
    private CurveTraining training;
    private Motion motion = Motion.STANDING;
    private int goal = CurveKnobs.COURSE.iterations().orElseThrow();
    private int replayTo;

    /** @param nanoClock a clock in nanoseconds that never goes back */
    CurveRun(Device device, LongSupplier nanoClock) {
        this.device = device;
        this.nanoClock = nanoClock;
        training = CurveTraining.start(CurveSetup.COURSE, device);
    }

    /** To look at; it is changed and goes on by the methods below. */
    CurveTraining training() {
        return training;
    }

    /** What it goes on with. */
    CurveSetup now() {
        return training.now();
    }

    Motion motion() {
        return motion;
    }

    /** The step that a replay goes to. */
    int replayTo() {
        return replayTo;
    }

    /** The number of steps at which it stops. */
    int goal() {
        return goal;
    }

    /** Whether as many iterations are done as are wanted. */
    boolean done() {
        return training.stepsDone() >= goal;
    }

    /** From initial weights. */
    void begin(CurveSetup setup, Motion then) {
        training = CurveTraining.start(setup, device);
        motion = then;
    }

    /** From initial weights, with a link's edits, to where the link says. */
    void replay(CurveLink link) {
        training = CurveTraining.replay(link.setup(), link.edits(), device);
        replayTo = link.step();
        motion = replayTo > 0 ? Motion.REPLAYING : Motion.STANDING;
    }

    void goOn() {
        motion = Motion.RUNNING;
    }

    void stand() {
        motion = Motion.STANDING;
    }

    void aimAt(int steps) {
        goal = steps;
    }

    /** Before the first step an edit changes what the run begins with. It ends a replay. */
    void edit(CurveEdit edit) {
        if (training.stepsDone() == 0) {
            training = CurveTraining.start(training.now().after(edit), device);
        } else {
            training.edit(edit);
        }
        if (motion == Motion.REPLAYING) {
            motion = Motion.STANDING;
        }
    }

    /**
     * One step, after which the run stands.
     *
     * @throws DivergedException if the cost is not finite
     */
    void step() {
        motion = Motion.STANDING;
        advance(training.stepsDone() + 1, 1);
    }

    /**
     * A frame of it.
     *
     * @throws DivergedException if the cost is not finite: it stands then
     */
    void frame(CurveSpeed speed) {
        if (motion == Motion.RUNNING) {
            advance(goal, speed.steps());
        } else if (motion == Motion.REPLAYING) {
            advance(replayTo, Integer.MAX_VALUE);
        }
    }

    /** Steps until a number of them is done in all, so many at most, for as long as a frame has time. */
    private void advance(int target, int most) {
        long end = nanoClock.getAsLong() + FRAME_NANOS;
        try {
            for (int done = 0; training.stepsDone() < target && done < most; done++) {
                if (done > 0 && nanoClock.getAsLong() >= end) {
                    return;
                }
                training.step();
            }
        } catch (DivergedException e) {
            motion = Motion.STANDING;
            throw e;
        }
        if (training.stepsDone() >= target) {
            motion = Motion.STANDING;
        }
    }
}
