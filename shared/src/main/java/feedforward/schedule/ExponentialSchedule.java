package feedforward.schedule;

import feedforward.device.ExactMath;

/**
 * factorᵉ in epoch e, from 0.
 *
 * @param factor from each epoch to the next, in (0, 1]
 */
public record ExponentialSchedule(float factor) implements Schedule {

    /** @throws IllegalArgumentException if the factor is out of range */
    public ExponentialSchedule {
        ScheduleRange.requireFactor(factor);
    }

    @Override
    public double factor(Progress progress) {
        return ExactMath.power(factor, progress.epoch());
    }
}
