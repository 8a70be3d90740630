package feedforward.lesson;

import feedforward.view.Numbers;
import java.util.OptionalInt;

/**
 * Where a training that a lesson runs in slices is to stand still: at a link's step or where Pause was pressed, if anywhere before its
 * end. Whatever is to be judged there is judged first, so that a link to that step has the same numbers. Immutable.
 *
 * @param ofLink whether the training replays a link; its end is waited for
 */
public record Halt(OptionalInt step, boolean ofLink) {
    /** Not before the end. */
    public static final Halt NOWHERE = new Halt(OptionalInt.empty(), false);

    /** What a frame can spare, in milliseconds. */
    private static final double BUDGET = 8;

    private static final double REPLAY_BUDGET = 40;

    /** Where a link was copied. */
    public static Halt linked(int step) {
        return new Halt(OptionalInt.of(step), true);
    }

    /** Where Pause was pressed. */
    public static Halt here(int step) {
        return new Halt(OptionalInt.of(step), false);
    }

    /** @param settled whether all that is due after so many steps has been judged */
    public boolean reached(int steps, boolean settled) {
        return step.isPresent() && steps >= step.getAsInt() && settled;
    }

    /** The part of the way that is behind, in [0, 1]. */
    public double part(int steps, int totalSteps) {
        int aim = ofLink ? step.orElseThrow() : totalSteps;
        return aim == 0 ? 0 : Math.min(1, (double) steps / aim);
    }

    /** How long a frame may compute, in milliseconds. */
    public double budget() {
        return ofLink ? REPLAY_BUDGET : BUDGET;
    }

    /** The link to a training that has made so many steps: one that is replayed stays the one it is. */
    public LessonLink link(LessonLink so, int steps) {
        return so.with("step", ofLink ? step.orElseThrow() : steps);
    }

    /** What to say of a training under way. */
    public String underWay() {
        return ofLink
                ? "Replaying the link you opened, up to update " + Numbers.count(step.orElseThrow())
                        + ". Pause stops it sooner."
                : "";
    }

    /** What to say of one that has come to where it was to stand still. */
    public String standing() {
        return ofLink ? "Replayed up to where the link was copied." : "Paused.";
    }
}
