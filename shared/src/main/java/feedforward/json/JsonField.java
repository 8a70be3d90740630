package feedforward.json;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import feedforward.text.Digits;
import java.util.ArrayList;
import java.util.List;

/**
 * One JSON value and its path, {@code RunSpec network.layers[2].units}, which begins every message.
 *
 * <p>Each getter gives the value as one Java type or throws {@link JsonFormatException} with the expected and the
 * actual value. Nothing is converted: "3" is no number, 3.0 no whole number, null is nothing.
 */
public record JsonField(String where, JsonValue value) {
    private static final int MAX_SHOWN = 60;
    private static final int MAX_NUMBER_LENGTH = 64;

    public String text() {
        return require(value.isString(), "text").asString();
    }

    /** One of {@code choices}. */
    public String choice(List<String> choices) {
        return require(
                        value.isString() && choices.contains(value.asString()),
                        "one of \"" + String.join("\", \"", choices) + "\"")
                .asString();
    }

    public boolean flag() {
        return require(value.isBoolean(), "true or false").asBoolean();
    }

    /** A whole number in [min, max], written without fraction or exponent. */
    public int integer(int min, int max) {
        return (int) longInteger(min, max);
    }

    /**
     * As {@link #integer}, exact over all 64 bits. JavaScript's own JSON rounds whole numbers above 2⁵³, so let
     * {@code max} stay below that where a script may write the field.
     */
    public long longInteger(long min, long max) {
        String expected = "a whole number in [" + Digits.grouped(min) + ", " + Digits.grouped(max) + "]";
        require(value.isNumber(), expected);
        try {
            long number = Long.parseLong(value.toString());
            require(number >= min && number <= max, expected);
            return number;
        } catch (NumberFormatException e) {
            throw refused(expected);
        }
    }

    /**
     * A number in [min, max], as the platform reads decimal text.
     *
     * <p>To carry a float32 from browser to server bit for bit, write it widened to double and narrow what this gives.
     * In TeaVM 0.16 {@code Double.parseDouble} is at most one ulp off, which narrowing undoes; but its
     * {@code Float.toString} writes 7.9232605E-6 as 7.92326E-6, and its {@code Float.parseFloat} rounds one in a hundred
     * wrongly.
     */
    public double number(double min, double max) {
        String expected = "a number in [" + plain(min) + ", " + plain(max) + "]";
        double number = anyNumber(expected);
        require(number >= min && number <= max, expected);
        return number;
    }

    /** A number in (min, max]: above {@code min}, as a learning rate is above 0. */
    public double numberAbove(double min, double max) {
        String expected = "a number in (" + plain(min) + ", " + plain(max) + "]";
        double number = anyNumber(expected);
        require(number > min && number <= max, expected);
        return number;
    }

    /** The object's fields; their paths go on with ".name". */
    public JsonFields object() {
        return JsonFields.nested(where, rawObject());
    }

    /** As {@link #object()}, of a thing in its own right: the paths of its fields go on with " name". */
    public JsonFields fields() {
        return JsonFields.of(where, rawObject());
    }

    /** The object as it is. */
    public JsonObject rawObject() {
        return require(value.isObject(), "an object").asObject();
    }

    /** The array's elements in order; their paths go on with "[index]". */
    public List<JsonField> elements() {
        require(value.isArray(), "an array");
        return pathed();
    }

    /** As {@link #elements()}, between {@code min} and {@code max} of them. */
    public List<JsonField> elements(int min, int max) {
        String size = min == max ? Digits.grouped(min) : Digits.grouped(min) + " to " + Digits.grouped(max);
        require(
                value.isArray()
                        && value.asArray().size() >= min
                        && value.asArray().size() <= max,
                "an array of " + size + " elements");
        return pathed();
    }

    /** The error to throw when a caller's own rule is broken: {@code where: expected … but was <the value>}. */
    public JsonFormatException refused(String expected) {
        return new JsonFormatException(where + ": expected " + expected + " but was " + shown());
    }

    private List<JsonField> pathed() {
        List<JsonField> elements = new ArrayList<>();
        for (JsonValue element : value.asArray()) {
            elements.add(new JsonField(where + "[" + elements.size() + "]", element));
        }
        return List.copyOf(elements);
    }

    private double anyNumber(String expected) {
        require(value.isNumber() && value.toString().length() <= MAX_NUMBER_LENGTH, expected);
        return value.asDouble();
    }

    private JsonValue require(boolean holds, String expected) {
        if (!holds) {
            throw refused(expected);
        }
        return value;
    }

    /** The value as JSON, shortened; an array by its size, an object by its kind alone. */
    private String shown() {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "an array of " + Digits.grouped(value.asArray().size());
        }
        String text = value.toString();
        return text.length() <= MAX_SHOWN
                ? text
                : text.substring(0, MAX_SHOWN) + "… (" + text.length() + " characters)";
    }

    /** A bound without ".0": the message says [0, 10]. */
    private static String plain(double bound) {
        return (long) bound == bound ? Digits.grouped((long) bound) : "" + bound;
    }
}
