package feedforward.schedule;

/**
 * One cycle: up half a cosine from 1/divisor to 1, the peak, then down another to 1/(divisor·finalDivisor), which is the last
 * step's. Of S steps the peak is at the place warmUp·S − 1, which may lie between two. The optimiser's learning rate is the peak.
 * Source: Smith and Topin 2018, "Super-Convergence", with the two phases of PyTorch's OneCycleLR; its defaults are
 * {@link #DEFAULT}'s.
 *
 * @param warmUp the part of all steps until the peak, in (0, 1)
 * @param divisor the peak over the first rate, in [1, 1e9]
 * @param finalDivisor the first rate over the last, in [1, 1e9]
 */
public record OneCycleSchedule(float warmUp, float divisor, float finalDivisor) implements Schedule {
    public static final OneCycleSchedule DEFAULT = new OneCycleSchedule(0.3f, 25, 1e4f);
    public static final float LARGEST_DIVISOR = 1e9f;

    /** @throws IllegalArgumentException if a number is out of range */
    public OneCycleSchedule {
        ScheduleRange.require("warmUp", warmUp, warmUp > 0 && warmUp < 1, "(0, 1)");
        requireDivisor("divisor", divisor);
        requireDivisor("finalDivisor", finalDivisor);
    }

    @Override
    public double factor(Progress progress) {
        double peak = (double) warmUp * progress.steps() - 1;
        double first = 1.0 / divisor;
        int step = progress.step();
        if (step < peak) {
            return CosineSchedule.between(first, 1, step / peak);
        }
        double part = (step - peak) / (progress.steps() - 1 - peak);
        return CosineSchedule.between(1, first / finalDivisor, part);
    }

    private static void requireDivisor(String field, float value) {
        ScheduleRange.require(field, value, value >= 1 && value <= LARGEST_DIVISOR, "[1, 1e9]");
    }
}
