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

    /** Of unigrams, bigrams and trigrams. */
    public static List<TextBaseline> of(TextCorpus corpus) {
        List<TextBaseline> baselines = new ArrayList<>();
        for (int order = 1; order <= NGram.LARGEST_ORDER; order++) {
            NGram counted =
                    NGram.fit(corpus.training(), order, corpus.vocabulary().size(), SMOOTHINGS);
            baselines.add(new TextBaseline(order, counted.smoothing(), counted.nats(corpus.validation())));
        }
        return baselines;
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
