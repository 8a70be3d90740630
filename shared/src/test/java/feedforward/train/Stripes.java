package feedforward.train;

import feedforward.data.Dataset;
import feedforward.data.Examples;
import feedforward.data.PointExamples;
import feedforward.tensor.CounterRng;

/**
 * A small problem for layers on images: 6×6 pixels of noise with a bright row, a bright column or none. 45 to learn from,
 * which no batch size divides, and 12 to judge by. Exact arithmetic on counter-based numbers: the same bits everywhere.
 */
final class Stripes {
    static final String HASH = "57".repeat(32);
    private static final int SIDE = 6;
    private static final int PIXELS = SIDE * SIDE;

    private Stripes() {}

    static Dataset dataset() {
        return new Dataset("stripes", HASH, images(45, 0), images(12, 1));
    }

    private static Examples images(int n, int step) {
        CounterRng rng = CounterRng.of(2026, CounterRng.Stream.WEIGHTS, step);
        float[] x = new float[n * PIXELS];
        float[] t = new float[n * 3];
        for (int i = 0; i < n; i++) {
            int first = i * (PIXELS + 2);
            int sort = rng.below(3, first);
            int line = rng.below(SIDE, first + 1);
            for (int p = 0; p < PIXELS; p++) {
                boolean bright = sort == 0 && p / SIDE == line || sort == 1 && p % SIDE == line;
                x[i * PIXELS + p] = 0.5f * rng.uniform(first + 2 + p) + (bright ? 0.5f : 0);
            }
            t[3 * i + sort] = 1;
        }
        return new PointExamples(x, PIXELS, t, 3);
    }
}
