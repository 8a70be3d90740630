package feedforward.schedule;

/**
 * The learning rate of each step, as a factor on the optimiser's own: a pure function, so that a run can be taken up at any
 * step. Computed in double and rounded to float32 once.
 */
public sealed interface Schedule
        permits ConstantSchedule, StepSchedule, ExponentialSchedule, CosineSchedule, WarmUpSchedule, OneCycleSchedule {

    /** The factor on the optimiser's learning rate. */
    double factor(Progress progress);

    /** base·factor in double, rounded. */
    default float rate(float base, Progress progress) {
        return (float) (base * factor(progress));
    }
}
