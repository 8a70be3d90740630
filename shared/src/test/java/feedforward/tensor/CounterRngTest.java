package feedforward.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.tensor.CounterRng.Stream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The statistics have fixed inputs, so they pass or fail for good. Bounds are at five standard deviations or more: chance
 * alone would break one in a million.
 */
class CounterRngTest {
    private static final int N = 1 << 16;

    /**
     * The same numbers from a second implementation, in Python with integers masked to 32 and 64 bits:
     *
     * <pre>{@code
     * key = mix64(seed + G); key = mix64(key ^ (ordinal + 1)*G); key = mix64(key ^ (step + 1)*G)
     * bits = mix32(mix32(index ^ key & 0xffffffff) ^ key >> 32)
     * }</pre>
     */
    @Test
    void referenceNumbers() {
        assertThat(CounterRng.of(0, Stream.WEIGHTS, 0).bits(0)).isEqualTo(0x1c2376d7);
        assertThat(CounterRng.of(1, Stream.WEIGHTS, 0).bits(0)).isEqualTo(0x2b186697);
        assertThat(CounterRng.of(1, Stream.WEIGHTS, 1).bits(783)).isEqualTo(0x82c7821d);
        assertThat(CounterRng.of(1, Stream.SHUFFLE, 0).bits(59_999)).isEqualTo(0xbf48e904);
        assertThat(CounterRng.of((1L << 53) - 1, Stream.SHUFFLE, 1_000_000).bits(12_345))
                .isEqualTo(0xef44b057);
        assertThat(CounterRng.of(42, Stream.HOLD_OUT, 0).bits(-1)).isEqualTo(0xd85c0e12);
        assertThat(CounterRng.of(1, Stream.WEIGHTS, 0).uniform(0)).isEqualTo(0.1683410406112671f);
        assertThat(CounterRng.of(1, Stream.SHUFFLE, 0).permutation(10)).containsExactly(1, 9, 3, 8, 2, 0, 6, 5, 4, 7);
    }

    @Test
    void aValueDependsOnNothingButItsPlace() {
        CounterRng rng = CounterRng.of(7, Stream.SHUFFLE, 3);
        int later = rng.bits(1000);
        rng.bits(0);
        rng.permutation(10);
        assertThat(rng.bits(1000)).isEqualTo(later);
        assertThat(CounterRng.of(7, Stream.SHUFFLE, 3).bits(1000)).isEqualTo(later);
    }

    @Test
    void seedsStreamsStepsAndIndicesAllMatter() {
        Set<Integer> seen = new HashSet<>();
        int drawn = 0;
        for (long seed : new long[] {0, 1, 2, 1L << 32, (1L << 53) - 1, -1}) {
            for (Stream stream : Stream.values()) {
                for (long step : new long[] {0, 1, 2, 1L << 32}) {
                    for (int index : new int[] {0, 1, 2, -1, Integer.MIN_VALUE}) {
                        seen.add(CounterRng.of(seed, stream, step).bits(index));
                        drawn++;
                    }
                }
            }
        }
        assertThat(seen).hasSize(drawn);
    }

    @Test
    void streamsKeepTheirPlaces() {
        assertThat(Stream.values()).startsWith(Stream.WEIGHTS, Stream.SHUFFLE, Stream.HOLD_OUT);
    }

    @Test
    void everyBitIsSetHalfTheTime() {
        for (CounterRng rng : generators()) {
            int[] ones = new int[32];
            for (int i = 0; i < N; i++) {
                int bits = rng.bits(i);
                for (int b = 0; b < 32; b++) {
                    ones[b] += bits >>> b & 1;
                }
            }
            // Standard deviation √N/2 = 128.
            for (int count : ones) {
                assertThat(count).isBetween(N / 2 - 640, N / 2 + 640);
            }
        }
    }

    @Test
    void oneBitMoreInTheIndexFlipsHalfOfTheBits() {
        for (CounterRng rng : generators()) {
            for (int b = 0; b < 32; b++) {
                long flipped = 0;
                for (int i = 0; i < 4096; i++) {
                    flipped += Integer.bitCount(rng.bits(i) ^ rng.bits(i ^ 1 << b));
                }
                // 131,072 bits, of which half: standard deviation 181 if independent.
                assertThat(flipped).as("index bit %s", b).isBetween(65_536L - 1_500, 65_536L + 1_500);
            }
        }
    }

    @Test
    void uniformNumbersFillTheirIntervalEvenly() {
        for (CounterRng rng : generators()) {
            int strangers = 0;
            int[] counts = new int[256];
            for (int i = 0; i < N; i++) {
                float u = rng.uniform(i);
                strangers += u >= 0 && u < 1 && u * (1 << 24) == (int) (u * (1 << 24)) ? 0 : 1;
                counts[(int) (u * 256)]++;
            }
            assertThat(strangers)
                    .as("numbers that are no multiple of 2⁻²⁴ in [0, 1)")
                    .isZero();
            assertChiSquare(counts, N / 256.0);
        }
    }

    @Test
    void pairsOfNeighboursFillTheSquareEvenly() {
        for (CounterRng rng : generators()) {
            int[] counts = new int[256];
            for (int i = 0; i < N; i++) {
                counts[rng.below(16, 2 * i) * 16 + rng.below(16, 2 * i + 1)]++;
            }
            assertChiSquare(counts, N / 256.0);
        }
    }

    @Test
    void numbersAreUncorrelatedWithThoseBeforeThemAndWithOtherKeys() {
        CounterRng[] generators = generators();
        for (CounterRng rng : generators) {
            for (int lag : new int[] {1, 2, 3, 28, 100, 784, 1024}) {
                assertUncorrelated(rng, 0, rng, lag);
            }
            for (CounterRng other : generators) {
                if (other != rng) {
                    assertUncorrelated(rng, 0, other, 0);
                }
            }
        }
    }

    @Test
    void belowReachesEveryNumberUnderItsBoundAndNoOther() {
        for (CounterRng rng : generators()) {
            for (int bound : new int[] {1, 2, 3, 10, 100}) {
                int[] counts = new int[bound];
                for (int i = 0; i < N; i++) {
                    counts[rng.below(bound, i)]++;
                }
                assertChiSquare(counts, (double) N / bound);
            }
        }
    }

    @Test
    void belowTheLargestBoundStaysWithinIt() {
        CounterRng rng = CounterRng.of(1, Stream.SHUFFLE, 0);
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        double sum = 0;
        for (int i = 0; i < N; i++) {
            int drawn = rng.below(Integer.MAX_VALUE, i);
            least = Math.min(least, drawn);
            most = Math.max(most, drawn);
            sum += drawn;
        }
        assertThat(least).isNotNegative();
        assertThat(most).isLessThan(Integer.MAX_VALUE);
        // Mean of uniform numbers: ½ ± 1/√(12·N).
        assertThat(sum / N / Integer.MAX_VALUE).isBetween(0.5 - 0.006, 0.5 + 0.006);
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        for (int n : new int[] {0, 1, 2, 3, 40, 1000}) {
            int[] order = CounterRng.of(1, Stream.SHUFFLE, n).permutation(n);
            Arrays.sort(order);
            for (int i = 0; i < n; i++) {
                assertThat(order[i]).isEqualTo(i);
            }
            assertThat(order).hasSize(n);
        }
    }

    @Test
    void everyPermutationOfFourComesEquallyOften() {
        int[] counts = new int[256];
        for (int step = 0; step < 24_000; step++) {
            int[] order = CounterRng.of(5, Stream.SHUFFLE, step).permutation(4);
            counts[order[0] << 6 | order[1] << 4 | order[2] << 2 | order[3]]++;
        }
        assertChiSquare(Arrays.stream(counts).filter(count -> count > 0).toArray(), 1000);
        assertThat(Arrays.stream(counts).filter(count -> count > 0).count()).isEqualTo(24);
    }

    @Test
    void everyPlaceOfAPermutationHoldsEveryNumberEquallyOften() {
        int n = 20;
        int[] counts = new int[n * n];
        for (long seed = 0; seed < 4000; seed++) {
            int[] order = CounterRng.of(seed, Stream.SHUFFLE, 0).permutation(n);
            for (int i = 0; i < n; i++) {
                counts[i * n + order[i]]++;
            }
        }
        assertChiSquare(counts, 4000.0 / n);
    }

    /** Seeds a person types and the largest, each stream, early and late steps. */
    private static CounterRng[] generators() {
        return new CounterRng[] {
            CounterRng.of(0, Stream.WEIGHTS, 0),
            CounterRng.of(1, Stream.WEIGHTS, 0),
            CounterRng.of(1, Stream.WEIGHTS, 1),
            CounterRng.of(1, Stream.SHUFFLE, 0),
            CounterRng.of(1, Stream.SHUFFLE, 1_000_000),
            CounterRng.of(2, Stream.HOLD_OUT, 0),
            CounterRng.of((1L << 53) - 1, Stream.SHUFFLE, 7)
        };
    }

    /** χ² has mean k − 1 and variance 2(k − 1) for k classes; skewed, so six standard deviations, and at least 25. */
    private static void assertChiSquare(int[] counts, double expected) {
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        int freedom = counts.length - 1;
        assertThat(chiSquare).isLessThan(Math.max(25, freedom + 6 * Math.sqrt(2.0 * freedom)));
        assertThat(chiSquare).as("too even").isGreaterThanOrEqualTo(freedom - 6 * Math.sqrt(2.0 * freedom));
    }

    /** The correlation of N independent pairs has standard deviation 1/√N = 0.0039. */
    private static void assertUncorrelated(CounterRng a, int offsetA, CounterRng b, int offsetB) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += (a.uniform(i + offsetA) - 0.5) * (b.uniform(i + offsetB) - 0.5);
        }
        assertThat(sum * 12 / N).isBetween(-0.02, 0.02);
    }
}
