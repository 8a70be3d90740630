package feedforward.schedule;

import feedforward.device.ExactMath;

/**
 * Half a cosine from 1 down to the floor: floor + (1 − floor)·(1 + cos(π·s/S))/2 in step s of S, from 0; the floor itself would
 * be that of step S. Source: Loshchilov and Hutter 2017, "SGDR", without restarts.
 *
 * @param floor in [0, 1)
 */
public record CosineSchedule(float floor) implements Schedule {

    /** @throws IllegalArgumentException if the floor is out of range */
    public CosineSchedule {
        ScheduleRange.require("floor", floor, floor >= 0 && floor < 1, "[0, 1)");
    }

    @Override
    public double factor(Progress progress) {
        return between(1, floor, (double) progress.step() / progress.steps());
    }

    /** Along half a cosine from {@code start}, where part is 0, to {@code end}, where it is 1. */
    static double between(double start, double end, double part) {
        return end + (start - end) * ((1 + ExactMath.cosineOfHalfTurns(part)) / 2);
    }
}
