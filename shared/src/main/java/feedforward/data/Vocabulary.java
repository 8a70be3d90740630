package feedforward.data;

import java.util.Arrays;
import java.util.Locale;

/** The characters of a text, each with an id 0, 1, … in the order of their Unicode numbers. Immutable. */
public final class Vocabulary {
    private final int[] characters;

    private Vocabulary(int[] characters) {
        this.characters = characters;
    }

    /** Of the characters that the text has. */
    public static Vocabulary of(String text) {
        return new Vocabulary(text.codePoints().sorted().distinct().toArray());
    }

    public int size() {
        return characters.length;
    }

    /**
     * The id of each character.
     *
     * @throws IllegalArgumentException if a character is not among those known; the message says where it stands
     */
    public int[] encode(String text) {
        int[] ids = text.codePoints().toArray();
        for (int i = 0; i < ids.length; i++) {
            int id = Arrays.binarySearch(characters, ids[i]);
            if (id < 0) {
                throw new IllegalArgumentException("Text: expected only the " + characters.length
                        + " characters that are known but character " + (i + 1) + " was \""
                        + new String(Character.toChars(ids[i])) + "\" (U+" + hexOf(ids[i]) + ")");
            }
            ids[i] = id;
        }
        return ids;
    }

    /** The text that these ids are of, each in 0 … {@link #size} − 1. */
    public String decode(int[] ids) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            text.appendCodePoint(characters[id]);
        }
        return text.toString();
    }

    private static String hexOf(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
