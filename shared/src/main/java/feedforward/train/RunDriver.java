package feedforward.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Drives a {@link Run} in slices of time and keeps the record that a visitor sees: curves, pace, time left. Time outside
 * the slices, such as a pause, does not count. Mutable; used by one thread.
 */
public final class RunDriver {
    private static final int CURVE_POINTS = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Run run;
    private final LongSupplier nanoClock;
    private final int firstStep;
    private final int stepsPerPoint;
    private final List<LossPoint> losses = new ArrayList<>();
    private final List<EvaluationReport> evaluations = new ArrayList<>();

    private double lossSum;
    private int lossCount;
    private long examples;
    private long trainingNanos;
    private long workingNanos;

    /** @param nanoClock a clock in nanoseconds that never goes back */
    public RunDriver(Run run, LongSupplier nanoClock) {
        this.run = run;
        this.nanoClock = nanoClock;
        firstStep = run.stepsDone();
        stepsPerPoint = (run.totalSteps() + CURVE_POINTS - 1) / CURVE_POINTS;
    }

    /**
     * Works until the run is finished or {@code nanos} have passed; at least one slice of the run, which may take longer.
     *
     * @throws DivergedException if the loss is not finite
     */
    public void work(long nanos) {
        work(nanos, Integer.MAX_VALUE);
    }

    /**
     * The same, but not beyond the end of a step.
     *
     * @throws DivergedException if the loss is not finite
     */
    public void work(long nanos, int untilStep) {
        long start = nanoClock.getAsLong();
        long now = start;
        boolean first = true;
        while (!run.finished() && run.stepsDone() < untilStep && (first || now - start < nanos)) {
            now = advance(now);
            first = false;
        }
    }

    /** Works through exactly one training step, and the evaluation before it if one is due. */
    public void step() {
        int target = run.stepsDone() + 1;
        long now = nanoClock.getAsLong();
        while (!run.finished() && run.stepsDone() < target) {
            now = advance(now);
        }
    }

    public Run run() {
        return run;
    }

    /** What a visitor sees now. Reads no weights unless the run stands still. */
    public RunSnapshot snapshot(RunState state) {
        int done = run.stepsDone() - firstStep;
        double secondsPerStep = done == 0 ? 0 : workingNanos / NANOS_PER_SECOND / done;
        boolean still = state == RunState.PAUSED || state == RunState.FINISHED || state == RunState.CANCELLED;
        return new RunSnapshot(
                state,
                run.stepsDone(),
                run.totalSteps(),
                trainingNanos == 0 ? 0 : examples * NANOS_PER_SECOND / trainingNanos,
                state.ended() ? 0 : secondsPerStep * (run.totalSteps() - run.stepsDone()),
                losses,
                evaluations,
                still ? Optional.of(run.network().sha256()) : Optional.empty(),
                "");
    }

    private long advance(long before) {
        Optional<Report> report = run.advance();
        long now = nanoClock.getAsLong();
        workingNanos += now - before;
        report.ifPresent(news -> record(news, now - before));
        return now;
    }

    private void record(Report report, long nanos) {
        if (report instanceof StepReport step) {
            examples += step.examples();
            trainingNanos += nanos;
            lossSum += step.loss();
            lossCount++;
            if (step.step() % stepsPerPoint == 0 || step.step() == run.totalSteps()) {
                losses.add(new LossPoint(step.step(), lossSum / lossCount));
                lossSum = 0;
                lossCount = 0;
            }
        } else if (report instanceof EvaluationReport evaluation) {
            evaluations.add(evaluation);
        }
    }
}
