package feedforward.data;

import feedforward.tensor.CounterRng;
import java.util.Arrays;

/**
 * Examples to learn from and examples to judge by.
 *
 * @param name as a run's description names it, such as "mnist"
 * @param sha256 the hash of the data, so that a run can say exactly what it learnt from
 */
public record Dataset(String name, String sha256, Examples train, Examples test) {

    /**
     * This data with {@code count} training examples, drawn by the seed, held out to judge by in place of the test set; of
     * examples that go on from each other, the last. Both parts keep the order of the whole.
     *
     * @throws IllegalArgumentException if count is not within 0 … training examples − 1
     */
    public Dataset holdOut(int count, long seed) {
        if (count < 0 || count >= train.count()) {
            throw new IllegalArgumentException(
                    "RunSpec holdOut: expected an integer in [0, " + (train.count() - 1) + "] but was " + count);
        }
        if (count == 0) {
            return this;
        }
        int[] drawn = train.continuous() ? fromTheEnd(train.count()) : drawn(seed, train.count());
        int[] held = Arrays.copyOfRange(drawn, 0, count);
        int[] kept = Arrays.copyOfRange(drawn, count, drawn.length);
        Arrays.sort(held);
        Arrays.sort(kept);
        return new Dataset(name, sha256, train.at(kept), train.at(held));
    }

    private static int[] drawn(long seed, int n) {
        return CounterRng.of(seed, CounterRng.Stream.HOLD_OUT, 0).permutation(n);
    }

    private static int[] fromTheEnd(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = n - 1 - i;
        }
        return order;
    }
}
