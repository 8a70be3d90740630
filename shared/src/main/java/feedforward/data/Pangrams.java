package feedforward.data;

/** A few sentences that have every letter between them: a text small enough to be known by heart. */
public final class Pangrams {
    public static final String NAME = "pangrams";

    /** How many characters a window has. */
    public static final int WINDOW = 8;

    private static final String TEXT =
            "the quick brown fox jumps over the lazy dog. pack my box with five dozen liquor jugs. "
                    + "sphinx of black quartz, judge my vow. how vexingly quick daft zebras jump! the five boxing wizards jump quickly.";

    private Pangrams() {}

    public static TextCorpus corpus() {
        return TextCorpus.of(NAME, TEXT);
    }

    public static Dataset dataset() {
        return corpus().dataset(WINDOW);
    }
}
