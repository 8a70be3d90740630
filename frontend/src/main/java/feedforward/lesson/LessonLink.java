package feedforward.lesson;

import feedforward.text.Parts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a lesson's address says beside its path: knobs by name, {@code ?rate=0.5&step=40}. Whoever opens it finds the lesson as it was.
 * What cannot be used counts as not given, and is noted. Mutable in what it has noted.
 */
public final class LessonLink {
    private final Map<String, String> values;
    private String trouble = "";

    private LessonLink(Map<String, String> values) {
        this.values = values;
    }

    /** One that says nothing: the lesson as it begins. */
    public static LessonLink empty() {
        return new LessonLink(Map.of());
    }

    /**
     * Reads an address's query.
     *
     * @param query empty or from the question mark on
     * @param decode the browser's percent-decoding
     */
    public static LessonLink of(String query, UnaryOperator<String> decode) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : Parts.of(query.startsWith("?") ? query.substring(1) : query, '&')) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(part.substring(0, equals), decode.apply(part.substring(equals + 1)));
            }
        }
        return new LessonLink(values);
    }

    /** This link with one more value, in place of an earlier one of the same name. */
    public LessonLink with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new LessonLink(more);
    }

    /** The same with a number, which is read back as the same double. */
    public LessonLink with(String name, double value) {
        return with(name, plain(value));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    /** The query, with its question mark; empty if nothing is said. */
    public String query(UnaryOperator<String> encode) {
        StringBuilder query = new StringBuilder();
        values.forEach((name, value) -> query.append(query.length() == 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(encode.apply(value)));
        return query.toString();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** A number in [least, most]. */
    public double number(String name, double otherwise, double least, double most) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(values.get(name));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Noted below, as is a number out of range.
        }
        note(name, "a number in [" + plain(least) + ", " + plain(most) + "]");
        return otherwise;
    }

    /** A whole number in [least, most]. */
    public int count(String name, int otherwise, int least, int most) {
        double value = number(name, otherwise, least, most);
        if (value != Math.rint(value)) {
            note(name, "a whole number");
            return otherwise;
        }
        return (int) value;
    }

    /** Notes that a value of this link cannot be used, for what only the lesson itself can read. */
    public void note(String name, String expected) {
        trouble = "This link’s “" + name + "” could not be used: expected " + expected + " but was “" + values.get(name)
                + "”. The lesson shows its usual value in its place.";
    }

    /** What could not be used of what was read so far, as a sentence; empty if all could. */
    public String trouble() {
        return trouble;
    }
}
