package feedforward.schedule;

/**
 * A straight line up to another schedule's beginning, then that schedule over the steps that are left: with W steps of warm-up,
 * (s + 1)/(W + 1)·then(0) in step s &lt; W, from 0. Source: Goyal et al. 2017, "Accurate, Large Minibatch SGD".
 *
 * @param steps W, 1 … 1,000,000,000; more than the run has is a run that only warms up
 * @param then neither another warm-up nor a one-cycle schedule, which has its own
 */
public record WarmUpSchedule(int steps, Schedule then) implements Schedule {
    public static final int MOST_STEPS = 1_000_000_000;

    /** @throws IllegalArgumentException if steps is out of range or {@code then} has its own warm-up */
    public WarmUpSchedule {
        ScheduleRange.requireWithin("steps", steps, 1, MOST_STEPS);
        if (then instanceof WarmUpSchedule || then instanceof OneCycleSchedule) {
            throw new IllegalArgumentException(
                    "RunSpec schedule then: expected a schedule without a warm-up of its own but was " + then);
        }
    }

    @Override
    public double factor(Progress progress) {
        int length = Math.max(progress.steps() - steps, 1);
        if (progress.step() >= steps) {
            return then.factor(new Progress(progress.step() - steps, length, progress.stepsPerEpoch()));
        }
        double start = then.factor(new Progress(0, length, progress.stepsPerEpoch()));
        return (progress.step() + 1.0) / (steps + 1.0) * start;
    }
}
