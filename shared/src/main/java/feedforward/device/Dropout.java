package feedforward.device;

/**
 * Which elements a dropout layer keeps in one step, and by how much it scales them: element i is kept when
 * {@link Counter#bits}(i) &gt;&gt;&gt; 8 ≥ threshold, so with probability 1 − threshold·2⁻²⁴.
 *
 * @param counter the step's random bits
 * @param threshold the dropped fraction times 2²⁴
 * @param scale 1 / (1 − dropped fraction), so that the expected value stays
 */
public record Dropout(Counter counter, int threshold, float scale) {

    public boolean keeps(int i) {
        return counter.bits(i) >>> 8 >= threshold;
    }
}
