package feedforward.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What a network that reads a corpus has to beat: the loss of counting on the part to judge by, see {@link NGram}.
 *
 * @param order 1 for single characters, 2 for pairs, 3 for triples
 * @param smoothing k, chosen on the part to learn from
 * @param nats the mean of −ln p per character
 */
public record TextBaseline(int order, double smoothing, double nats) {
    private static final double LN_2 = 0.6931471805599453;
    private static final double[] SMOOTHINGS = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3};

    /**
     * Of unigrams, bigrams and trigrams, on the very characters that a network learns from and is judged by.
     *
     * @param text in windows, as {@link TextCorpus#dataset} makes them
     * @throws IllegalArgumentException if there are fewer than 20 characters to learn from
     */
    public static List<TextBaseline> of(Dataset text) {
        int[] learnt = ids(text.train());
        int[] judged = ids(text.test());
        List<TextBaseline> baselines = new ArrayList<>();
        for (int order = 1; order <= NGram.LARGEST_ORDER; order++) {
            NGram counted = NGram.fit(learnt, order, text.train().vocabulary(), SMOOTHINGS);
            baselines.add(new TextBaseline(order, counted.smoothing(), counted.nats(judged)));
        }
        return baselines;
    }

    /** The characters of windows that go on from each other, with the one that comes next at the end. */
    private static int[] ids(Examples windows) {
        int window = windows.features().elements();
        int[] ids = new int[windows.count() * window + 1];
        HostBatch batch = new HostBatch(new float[window], new float[windows.targets()]);
        for (int i = 0; i < windows.count(); i++) {
            windows.copy(i, batch, 0);
            for (int j = 0; j < window; j++) {
                ids[i * window + j] = (int) batch.x()[j];
            }
        }
        int last = windows.targets() - windows.vocabulary();
        while (batch.t()[last] == 0) {
            last++;
        }
        ids[ids.length - 1] = last % windows.vocabulary();
        return ids;
    }

    /** The same in bits per character. */
    public double bits() {
        return bits(nats);
    }

    /** A loss in nats as bits. */
    public static double bits(double nats) {
        return nats / LN_2;
    }
}
