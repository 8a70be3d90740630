package feedforward.bench;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** Measures a step: a warm-up that does not count, then windows of time or single calls. */
final class Stopwatch {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int WINDOWS = 5;
    private static final int WARM_UP_CALLS = 3000;
    private static final int CALLS = 5000;
    private static final double MOST_LATENCY_SECONDS = 8;

    private final LongSupplier nanoClock;
    private final double seconds;

    Stopwatch(LongSupplier nanoClock, double seconds) {
        this.nanoClock = nanoClock;
        this.seconds = seconds;
    }

    /** Units per second in each of five windows, ascending. */
    double[] rates(BenchStep step, int unitsPerStep) {
        int next = runFor(Math.max(1, seconds), step, 0);
        double[] rates = new double[WINDOWS];
        for (int window = 0; window < WINDOWS; window++) {
            long start = nanoClock.getAsLong();
            int end = runFor(seconds, step, next);
            rates[window] = (end - next) * unitsPerStep / secondsSince(start);
            next = end;
        }
        Arrays.sort(rates);
        return rates;
    }

    /** Milliseconds of each of up to 5,000 single calls, ascending. */
    double[] latency(BenchStep step) {
        long start = nanoClock.getAsLong();
        for (int i = 0; i < WARM_UP_CALLS && secondsSince(start) < MOST_LATENCY_SECONDS; i++) {
            step.run(i);
        }
        double[] millis = new double[CALLS];
        int done = 0;
        start = nanoClock.getAsLong();
        while (done < CALLS && (done == 0 || secondsSince(start) < MOST_LATENCY_SECONDS)) {
            long before = nanoClock.getAsLong();
            step.run(done);
            millis[done++] = secondsSince(before) * 1000;
        }
        double[] measured = Arrays.copyOf(millis, done);
        Arrays.sort(measured);
        return measured;
    }

    /** Runs steps from {@code first} for about the given time, at least one; the index after the last. */
    private int runFor(double time, BenchStep step, int first) {
        long start = nanoClock.getAsLong();
        int index = first;
        do {
            step.run(index++);
        } while (secondsSince(start) < time);
        return index;
    }

    private double secondsSince(long start) {
        return (nanoClock.getAsLong() - start) / NANOS_PER_SECOND;
    }
}
