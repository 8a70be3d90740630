package feedforward.bench;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** Measures a step: a warm-up that does not count, then windows of time or single calls. */
final class Stopwatch {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int WINDOWS = 5;
    /** A compiler at run time needs a few seconds. */
    private static final int WARM_UP_WINDOWS = 2;

    private static final int WARM_UP_CALLS = 3000;
    private static final int CALLS = 5000;
    private static final double MOST_LATENCY_SECONDS = 8;

    /** Most devices need between a tenth of it and twice as long. */
    static final double EXPECTED_LATENCY_SECONDS = 4;

    private final LongSupplier nanoClock;
    private final double seconds;
    private final DoubleConsumer progress;

    /** @param progress told after each step which part of the measurement is done, in (0, 1] */
    Stopwatch(LongSupplier nanoClock, double seconds, DoubleConsumer progress) {
        this.nanoClock = nanoClock;
        this.seconds = seconds;
        this.progress = progress;
    }

    /** How long {@link #rates} takes, but for its last step. */
    static double ratesSeconds(double seconds) {
        return warmUpSeconds(seconds) + WINDOWS * seconds;
    }

    private static double warmUpSeconds(double seconds) {
        return Math.max(1, WARM_UP_WINDOWS * seconds);
    }

    /** Units per second in each of five windows, ascending. */
    double[] rates(BenchStep step, int unitsPerStep) {
        double whole = ratesSeconds(seconds);
        long begin = nanoClock.getAsLong();
        BenchStep told = index -> {
            step.run(index);
            progress.accept(Math.min(1, secondsSince(begin) / whole));
        };
        int next = runFor(warmUpSeconds(seconds), told, 0);
        double[] rates = new double[WINDOWS];
        for (int window = 0; window < WINDOWS; window++) {
            long start = nanoClock.getAsLong();
            int end = runFor(seconds, told, next);
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
            progress.accept(latencyPart(i, WARM_UP_CALLS, start) / 2);
        }
        double[] millis = new double[CALLS];
        int done = 0;
        start = nanoClock.getAsLong();
        while (done < CALLS && (done == 0 || secondsSince(start) < MOST_LATENCY_SECONDS)) {
            long before = nanoClock.getAsLong();
            step.run(done);
            millis[done++] = secondsSince(before) * 1000;
            progress.accept((1 + latencyPart(done, CALLS, start)) / 2);
        }
        double[] measured = Arrays.copyOf(millis, done);
        Arrays.sort(measured);
        return measured;
    }

    /** Calls or time run out, whichever is first. */
    private double latencyPart(int calls, int most, long start) {
        return Math.min(1, Math.max((double) calls / most, secondsSince(start) / MOST_LATENCY_SECONDS));
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
