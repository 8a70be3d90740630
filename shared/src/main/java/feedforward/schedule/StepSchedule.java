package feedforward.schedule;

import feedforward.device.ExactMath;

/**
 * A staircase: factor^⌊e / epochs⌋ in epoch e, from 0.
 *
 * @param factor of each stair, in (0, 1]
 * @param epochs how long a stair is, 1 … 1,000,000
 */
public record StepSchedule(float factor, int epochs) implements Schedule {
    public static final int MOST_EPOCHS = 1_000_000;

    /** @throws IllegalArgumentException if a number is out of range */
    public StepSchedule {
        ScheduleRange.requireFactor(factor);
        ScheduleRange.requireWithin("epochs", epochs, 1, MOST_EPOCHS);
    }

    @Override
    public double factor(Progress progress) {
        return ExactMath.power(factor, progress.epoch() / epochs);
    }
}
