package feedforward.bench;

/** The mulberry32 generator (T. Ettinger 2017), which other engines' measurements draw their weights from. Mutable. */
final class Mulberry32 {
    private static final double TWO_TO_32 = 4294967296.0;

    private int state;

    Mulberry32(int seed) {
        state = seed;
    }

    /** The next number, a multiple of 2⁻³² in [0, 1). */
    double next() {
        state += 0x6D2B79F5;
        int t = (state ^ (state >>> 15)) * (1 | state);
        t = (t + (t ^ (t >>> 7)) * (61 | t)) ^ t;
        return Integer.toUnsignedLong(t ^ (t >>> 14)) / TWO_TO_32;
    }

    /** {@code n} weights uniform in ±√(6 / (in + out)), each drawn in double and rounded once. */
    float[] glorot(int n, int in, int out) {
        double limit = Math.sqrt(6.0 / (in + out));
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            weights[i] = (float) ((next() * 2 - 1) * limit);
        }
        return weights;
    }
}
