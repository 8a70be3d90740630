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
     * This data with {@code count} training examples, drawn by the seed, held out to judge by in place of the test set. Both
     * parts keep the order of the whole.
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
        int[] drawn = CounterRng.of(seed, CounterRng.Stream.HOLD_OUT, 0).permutation(train.count());
        int[] held = Arrays.copyOfRange(drawn, 0, count);
        int[] kept = Arrays.copyOfRange(drawn, count, drawn.length);
        Arrays.sort(held);
        Arrays.sort(kept);
        return new Dataset(name, sha256, train.at(kept), train.at(held));
    }
}
