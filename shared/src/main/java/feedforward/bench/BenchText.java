package feedforward.bench;

import feedforward.data.HostBatch;

/**
 * W4's text, the same as other engines': each of 65 symbols is followed by one of four of its own, or one time in twenty by any.
 * Drawn from mulberry32 with seed 7.
 */
final class BenchText {
    static final int VOCABULARY = 65;
    static final int STREAMS = 32;
    static final int WINDOW = 64;
    private static final int SEED = 7;
    private static final int WINDOWS_PER_STREAM = 40;
    private static final int LENGTH = STREAMS * WINDOW * WINDOWS_PER_STREAM + 32;
    private static final int FOLLOWERS = 4;
    private static final double ANY = 0.05;

    private BenchText() {}

    /**
     * The text cut into {@link #STREAMS} streams: window after window of each, x the ids [T], t the next ones one-hot [T, V]; the
     * first windows of all streams come first.
     */
    static HostBatch windows() {
        int[] text = text();
        int stream = (text.length - 1) / STREAMS;
        int windows = stream / WINDOW;
        HostBatch host = new HostBatch(
                new float[windows * STREAMS * WINDOW], new float[windows * STREAMS * WINDOW * VOCABULARY]);
        for (int i = 0; i < host.x().length; i++) {
            int row = i / WINDOW;
            int place = row % STREAMS * stream + row / STREAMS * WINDOW + i % WINDOW;
            host.x()[i] = text[place];
            host.t()[i * VOCABULARY + text[place + 1]] = 1f;
        }
        return host;
    }

    static int[] text() {
        Mulberry32 random = new Mulberry32(SEED);
        int[] followers = new int[VOCABULARY * FOLLOWERS];
        for (int i = 0; i < followers.length; i++) {
            followers[i] = below(VOCABULARY, random);
        }
        int[] text = new int[LENGTH];
        for (int i = 0; i + 1 < LENGTH; i++) {
            text[i + 1] = random.next() < ANY
                    ? below(VOCABULARY, random)
                    : followers[text[i] * FOLLOWERS + below(FOLLOWERS, random)];
        }
        return text;
    }

    private static int below(int bound, Mulberry32 random) {
        return (int) (random.next() * bound);
    }
}
