package feedforward.lesson.batching;

import feedforward.course.LineFit;
import feedforward.data.Curve;
import feedforward.train.DivergedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** One of the three descents and the record of its way. Mutable. */
final class Racer {
    /** A place on the way: after how many epochs and seconds of computing, the line, and what it costs above the best. */
    record Mark(double epochs, double seconds, double m, double b, double excess) {}

    private static final int MARKS_PER_EPOCH = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int batch;
    private final LineFit fit;
    private final LongSupplier nanoClock;
    private final List<Mark> marks = new ArrayList<>();
    private long nanos;
    private boolean diverged;

    Racer(int batch, float rate, long seed, LongSupplier nanoClock) {
        this.batch = batch;
        this.nanoClock = nanoClock;
        fit = new LineFit(BatchingState.FIRST_M, BatchingState.FIRST_B, rate, batch, seed);
        mark();
    }

    /** One more epoch. */
    void runEpoch() {
        int steps = fit.stepsPerEpoch();
        int gap = Math.max(1, steps / MARKS_PER_EPOCH);
        for (int done = 0; done < steps && !diverged; done += gap) {
            work(Math.min(gap, steps - done));
            mark();
        }
    }

    int batch() {
        return batch;
    }

    int stepsPerEpoch() {
        return fit.stepsPerEpoch();
    }

    /** From the start on; at least one. */
    List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** Whether its cost grew beyond all bounds. */
    boolean diverged() {
        return diverged;
    }

    private void work(int steps) {
        long start = nanoClock.getAsLong();
        try {
            for (int i = 0; i < steps; i++) {
                fit.step();
            }
        } catch (DivergedException e) {
            diverged = true;
        }
        nanos += nanoClock.getAsLong() - start;
    }

    private void mark() {
        double cost = LineFit.cost(fit.m(), fit.b());
        diverged |= !(cost < BatchingState.TOO_DEAR);
        marks.add(new Mark(
                (double) fit.steps() / fit.stepsPerEpoch(),
                nanos / NANOS_PER_SECOND,
                fit.m(),
                fit.b(),
                cost - LineFit.BEST_COST));
    }

    /** All points, some, one. */
    static int[] batches(int mini) {
        return new int[] {Curve.POINTS, mini, 1};
    }
}
