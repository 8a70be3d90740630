package feedforward.text;

import java.nio.charset.StandardCharsets;

/**
 * Strict UTF-8, both ways: what is not well-formed is refused, never replaced by a question mark.
 *
 * <p>Well-formed means table 3-7 of the Unicode standard: shortest form only, no surrogates (U+D800 to U+DFFF), nothing
 * above U+10FFFF. Hence {@code encode(decode(bytes))} gives the same bytes back.
 */
public final class Utf8 {
    private Utf8() {}

    /**
     * The text in {@code bytes[offset .. offset + length)}.
     *
     * @throws Utf8Exception at the first byte that is wrong, or the start of a character cut short
     * @throws IndexOutOfBoundsException if the range is not inside {@code bytes}
     */
    public static String decode(byte[] bytes, int offset, int length) {
        if (offset < 0 || length < 0 || offset > bytes.length - length) {
            throw new IndexOutOfBoundsException("Utf8: expected a range inside " + Digits.grouped(bytes.length)
                    + " bytes but was offset " + Digits.grouped(offset) + ", length " + Digits.grouped(length));
        }
        StringBuilder text = new StringBuilder(length);
        int end = offset + length;
        int at = offset;
        while (at < end) {
            int size = sequenceSize(bytes, at, end);
            text.appendCodePoint(codePoint(bytes, at, size));
            at += size;
        }
        return text.toString();
    }

    /** @throws Utf8Exception if {@code text} has half a surrogate pair; its offset then counts characters */
    public static byte[] encode(String text) {
        int unpaired = unpairedSurrogate(text);
        if (unpaired >= 0) {
            throw new Utf8Exception(
                    "Utf8: expected whole surrogate pairs but was half of one at character " + Digits.grouped(unpaired),
                    unpaired);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Index of the first surrogate in {@code text} that has no partner, or −1. */
    public static int unpairedSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isHighSurrogate(c) || Character.isLowSurrogate(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Bytes in the sequence that starts at {@code at}; checks the lead byte and every continuation byte. */
    private static int sequenceSize(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            throw refused("the first byte of a character", bytes, at);
        }
        int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        for (int i = at + 1; i < at + size; i++) {
            if (i == end) {
                throw new Utf8Exception(
                        "Utf8: expected " + size + " bytes for the character at byte " + Digits.grouped(at)
                                + " but the text ends after " + (end - at),
                        at);
            }
            int next = bytes[i] & 0xFF;
            if ((next & 0xC0) != 0x80 || (i == at + 1 && !allowedSecond(lead, next))) {
                throw refused("a continuation of the character at byte " + Digits.grouped(at), bytes, i);
            }
        }
        return size;
    }

    /** The lead bytes after which the second is restricted: overlong forms, surrogates, above U+10FFFF. */
    private static boolean allowedSecond(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }

    private static int codePoint(byte[] bytes, int at, int size) {
        if (size == 1) {
            return bytes[at];
        }
        int value = bytes[at] & (0x7F >> size);
        for (int i = at + 1; i < at + size; i++) {
            value = value << 6 | bytes[i] & 0x3F;
        }
        return value;
    }

    private static Utf8Exception refused(String expected, byte[] bytes, int at) {
        return new Utf8Exception(
                "Utf8: expected " + expected + " at byte " + Digits.grouped(at) + " but was "
                        + Hex.of(bytes[at] & 0xFF, 2),
                at);
    }
}
