package feedforward.data;

import feedforward.hash.Sha256;
import feedforward.text.Digits;
import feedforward.text.Utf8;
import java.util.Arrays;

/**
 * A text as the ids of its characters: the last tenth, rounded down, to judge by, what comes before to learn from. Immutable.
 */
public final class TextCorpus {
    private static final int TENTH = 10;

    /** No larger than a layer's, and what 16 bits hold. */
    private static final int LARGEST_VOCABULARY = 65_536;

    private final String name;
    private final String sha256;
    private final Vocabulary vocabulary;
    private final int[] ids;
    private final int trained;

    private TextCorpus(String name, String sha256, Vocabulary vocabulary, int[] ids) {
        this.name = name;
        this.sha256 = sha256;
        this.vocabulary = vocabulary;
        this.ids = ids;
        trained = ids.length - ids.length / TENTH;
    }

    /**
     * @param name as a run's description is to name it
     * @throws IllegalArgumentException if the text has more than 65,536 characters that differ, or a half of a surrogate pair
     */
    public static TextCorpus of(String name, String text) {
        int broken = Utf8.unpairedSurrogate(text);
        if (broken >= 0) {
            throw new IllegalArgumentException(
                    "Text \"" + name + "\": expected whole characters but a half of one stands at index " + broken);
        }
        Vocabulary vocabulary = Vocabulary.of(text);
        if (vocabulary.size() > LARGEST_VOCABULARY) {
            throw new IllegalArgumentException(
                    "Text \"" + name + "\": expected at most 65,536 characters that differ but was "
                            + Digits.grouped(vocabulary.size()));
        }
        return new TextCorpus(name, Sha256.hexOf(Utf8.encode(text)), vocabulary, vocabulary.encode(text));
    }

    public String name() {
        return name;
    }

    /** Of the text in UTF-8. */
    public String sha256() {
        return sha256;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The number of characters. */
    public int length() {
        return ids.length;
    }

    /** A copy of the ids to learn from. */
    public int[] training() {
        return Arrays.copyOfRange(ids, 0, trained);
    }

    /** A copy of the ids to judge by. */
    public int[] validation() {
        return Arrays.copyOfRange(ids, trained, ids.length);
    }

    /**
     * This text in windows of {@code window} characters, of which each is to tell the next.
     *
     * @throws IllegalArgumentException if window is not positive, or a part is too short for one
     */
    public Dataset dataset(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("Text window: expected 1 character or more but was " + window);
        }
        int shorter = Math.min(trained, ids.length - trained);
        if (shorter <= window) {
            throw new IllegalArgumentException("Text \"" + name + "\": expected more than " + Digits.grouped(window)
                    + " characters, as a window has, in each part but was " + Digits.grouped(shorter)
                    + "; take a longer text or a shorter window");
        }
        return new Dataset(
                name,
                sha256,
                new TextExamples(training(), vocabulary.size(), window),
                new TextExamples(validation(), vocabulary.size(), window));
    }
}
