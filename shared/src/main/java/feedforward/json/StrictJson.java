package feedforward.json;

import com.eclipsesource.json.JsonParser;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import feedforward.text.Digits;
import feedforward.text.Hex;
import feedforward.text.Utf8;
import feedforward.text.Utf8Exception;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * JSON (RFC 8259) from outside, with what the RFC leaves open closed: a name may stand once in an object, and every string can be
 * written as UTF-8. Nesting, length and the number of values are bounded: the tree of objects that a text becomes takes about 1 MB
 * at most, and its strings.
 */
public final class StrictJson {
    /** Objects and arrays inside one another; 32 is several times what our formats need. */
    public static final int MAX_DEPTH = 32;

    /** Characters (UTF-16 units) of text: 1,048,576. */
    public static final int MAX_LENGTH = 1 << 20;

    /** Values of any kind, one inside another counted each: 4,096, three times what a run of a hundred layers needs. */
    public static final int MAX_VALUES = 4096;

    private StrictJson() {}

    /**
     * The one value that {@code text} holds.
     *
     * @param where what the text is, the first word of every message: "RunSpec"
     * @throws JsonFormatException if the text is too long, no JSON, nested deeper than {@link #MAX_DEPTH}, has more than
     *     {@link #MAX_VALUES} values, a name twice in an object or half a surrogate pair in a string; the message says line:column
     */
    public static JsonValue parse(String where, String text) {
        StrictHandler handler = new StrictHandler(where, Optional.empty());
        walk(where, text, handler);
        return handler.value();
    }

    /** As {@link #parse(String, String)}, from the UTF-8 in {@code bytes[offset .. offset + length)}. */
    public static JsonValue parse(String where, byte[] bytes, int offset, int length) {
        return parse(where, decoded(where, bytes, offset, length));
    }

    /**
     * The same of an object that may be long: hands each of its members over as soon as it is read and keeps none, so that
     * {@link #MAX_VALUES} holds for each alone.
     *
     * @param member takes name and value; what it throws ends the reading
     * @throws JsonFormatException as {@link #parse(String, String)}, and if the text is no object
     */
    public static void parseMembers(
            String where, byte[] bytes, int offset, int length, BiConsumer<String, JsonValue> member) {
        StrictHandler handler = new StrictHandler(where, Optional.of(member));
        walk(where, decoded(where, bytes, offset, length), handler);
        if (!handler.value().isObject()) {
            throw new JsonFormatException(where + ": expected an object in braces but was another value");
        }
    }

    private static void walk(String where, String text, StrictHandler handler) {
        if (text.length() > MAX_LENGTH) {
            throw new JsonFormatException(where + ": expected at most " + Digits.grouped(MAX_LENGTH)
                    + " characters of JSON but was " + Digits.grouped(text.length()));
        }
        try {
            new JsonParser(handler).parse(text);
        } catch (ParseException e) {
            throw new JsonFormatException(
                    where + " at " + e.getLocation() + ": " + reason(e) + found(text, e.getLocation().offset), e);
        }
    }

    private static String decoded(String where, byte[] bytes, int offset, int length) {
        try {
            return Utf8.decode(bytes, offset, length);
        } catch (Utf8Exception e) {
            throw new JsonFormatException(where + ": not UTF-8; " + e.getMessage(), e);
        }
    }

    /** The parser's own words without its trailing " at line:column", which our message has in front. */
    private static String reason(ParseException e) {
        String message = e.getMessage();
        String suffix = " at " + e.getLocation();
        String reason = message.endsWith(suffix) ? message.substring(0, message.length() - suffix.length()) : message;
        return reason.startsWith("Expected") ? "expected" + reason.substring("Expected".length()) : "expected JSON";
    }

    private static String found(String text, int offset) {
        if (offset >= text.length()) {
            return " but the text ends";
        }
        char c = text.charAt(offset);
        return " but was " + (c > ' ' && c < 0x7F ? "'" + c + "'" : Hex.of(c, 4));
    }
}
