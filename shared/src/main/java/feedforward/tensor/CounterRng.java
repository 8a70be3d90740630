package feedforward.tensor;

import feedforward.device.Counter;

/**
 * Counter-based random numbers: a value is a function of (seed, stream, step, index) alone, so nothing has to be drawn in
 * order or stored to resume a run, and any device can compute any of them.
 *
 * <p>(seed, stream, step) is mixed into the two keys of a {@link Counter} by the 64-bit finaliser of SplitMix64 (Steele, Lea,
 * Flood 2014).
 */
public final class CounterRng {
    /** What the numbers are for. The place in this list is part of the numbers: append, never reorder. */
    public enum Stream {
        WEIGHTS,
        SHUFFLE,
        HOLD_OUT,
        DROPOUT,
        AUGMENTATION,
        POINTS
    }

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final float TWO_MINUS_24 = 1f / (1 << 24);

    private final Counter counter;

    private CounterRng(long key) {
        counter = new Counter((int) key, (int) (key >>> 32));
    }

    public static CounterRng of(long seed, Stream stream, long step) {
        long key = mix64(seed + GOLDEN);
        key = mix64(key ^ (stream.ordinal() + 1) * GOLDEN);
        return new CounterRng(mix64(key ^ (step + 1) * GOLDEN));
    }

    /** 32 uniform bits. */
    public int bits(int index) {
        return counter.bits(index);
    }

    /** The bits alone, for a device to draw from. */
    public Counter counter() {
        return counter;
    }

    /** A multiple of 2⁻²⁴, uniform in [0, 1). */
    public float uniform(int index) {
        return (bits(index) >>> 8) * TWO_MINUS_24;
    }

    /** An integer in 0 … bound − 1; its probability is off uniform by less than bound / 2³². */
    public int below(int bound, int index) {
        return (int) ((Integer.toUnsignedLong(bits(index)) * bound) >>> 32);
    }

    /** The numbers 0 … n−1 in random order (Fisher–Yates, from the top down; index i decides the swap of place i). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = below(i + 1, i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static long mix64(long value) {
        long x = value;
        x = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
