package feedforward.data;

import feedforward.device.ExactMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What counting alone can tell of the next character: p(c | the n − 1 before) = (count(before, c) + k) / (count(before) + k·V) with V
 * characters in all. At a text's start there are fewer before, and as many as there are count. Immutable.
 */
public final class NGram {
    public static final int LARGEST_ORDER = 3;

    private final int order;
    private final int vocabulary;
    private final double smoothing;
    private final List<Counts> counts;

    private NGram(int order, int vocabulary, double smoothing, List<Counts> counts) {
        this.order = order;
        this.vocabulary = vocabulary;
        this.smoothing = smoothing;
        this.counts = counts;
    }

    /**
     * Counts a text.
     *
     * @param order n, from 1 to 3
     * @param vocabulary V
     * @param smoothing k, above 0
     */
    public static NGram of(int[] ids, int order, int vocabulary, double smoothing) {
        if (order < 1 || order > LARGEST_ORDER) {
            throw new IllegalArgumentException("NGram order: expected an integer in [1, 3] but was " + order);
        }
        if (!(smoothing > 0)) {
            throw new IllegalArgumentException("NGram smoothing: expected a number above 0 but was " + smoothing);
        }
        List<Counts> counts = new ArrayList<>();
        for (int before = 0; before < order; before++) {
            counts.add(Counts.of(ids, before, vocabulary));
        }
        return new NGram(order, vocabulary, smoothing, counts);
    }

    /**
     * Counts a text with the k, out of some, that tells the text's last tenth best when the rest is counted.
     *
     * @throws IllegalArgumentException if the order is out of range, or there are not two smoothings and ten characters or more
     */
    public static NGram fit(int[] ids, int order, int vocabulary, double... smoothings) {
        int kept = ids.length - ids.length / 10;
        int[] rest = Arrays.copyOfRange(ids, 0, kept);
        int[] held = Arrays.copyOfRange(ids, kept, ids.length);
        if (smoothings.length == 0 || held.length < 2) {
            throw new IllegalArgumentException(
                    "NGram: expected smoothings to choose from, and 20 characters or more, but were "
                            + smoothings.length + " and " + ids.length);
        }
        double best = smoothings[0];
        double lowest = Double.POSITIVE_INFINITY;
        for (double smoothing : smoothings) {
            double loss = of(rest, order, vocabulary, smoothing).nats(held);
            best = loss < lowest ? smoothing : best;
            lowest = Math.min(lowest, loss);
        }
        return of(ids, order, vocabulary, best);
    }

    public int order() {
        return order;
    }

    /** k. */
    public double smoothing() {
        return smoothing;
    }

    /** The mean of −ln p over all characters of a text but the first, which a network is not asked for either. */
    public double nats(int[] ids) {
        double sum = 0;
        for (int i = 1; i < ids.length; i++) {
            sum -= ExactMath.log((float) probability(ids, i));
        }
        return sum / (ids.length - 1);
    }

    /** p of character i of a text, after those before it. */
    public double probability(int[] ids, int i) {
        Counts counted = counts.get(Math.min(order - 1, i));
        return (counted.sequence(ids, i, vocabulary) + smoothing)
                / (counted.before(ids, i, vocabulary) + smoothing * vocabulary);
    }

    /** How often each character follows each sequence of {@code length} others. */
    private record Counts(int length, Map<Long, Integer> befores, Map<Long, Integer> sequences) {

        static Counts of(int[] ids, int length, int vocabulary) {
            Counts counts = new Counts(length, new HashMap<>(), new HashMap<>());
            for (int i = length; i < ids.length; i++) {
                counts.befores.merge(number(ids, i - length, i, vocabulary), 1, Integer::sum);
                counts.sequences.merge(number(ids, i - length, i + 1, vocabulary), 1, Integer::sum);
            }
            return counts;
        }

        int before(int[] ids, int i, int vocabulary) {
            return befores.getOrDefault(number(ids, i - length, i, vocabulary), 0);
        }

        int sequence(int[] ids, int i, int vocabulary) {
            return sequences.getOrDefault(number(ids, i - length, i + 1, vocabulary), 0);
        }

        /** A sequence as one number in base V. */
        private static long number(int[] ids, int from, int to, int vocabulary) {
            long number = 0;
            for (int i = from; i < to; i++) {
                number = number * vocabulary + ids[i];
            }
            return number;
        }
    }
}
