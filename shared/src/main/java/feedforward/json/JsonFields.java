package feedforward.json;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one JSON object, read by name; remembers which were asked for, so it is mutable and for one thread.
 *
 * <pre>{@code
 * JsonFields spec = JsonFields.parse("RunSpec", text);
 * int epochs = spec.integer("epochs", 1, 10_000);
 * double momentum = spec.optional("momentum").map(field -> field.number(0, 1)).orElse(0.0);
 * spec.rejectUnknown();
 * }</pre>
 *
 * <p>Every getter throws {@link JsonFormatException}, which names the field by its path:
 * {@code RunSpec network.layers[2].units: expected a whole number in [1, 4,096] but was 0.5}.
 */
public final class JsonFields {
    private final String where;
    private final String prefix;
    private final Map<String, JsonValue> fields = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private JsonFields(String where, String separator, JsonObject object) {
        this.where = where;
        this.prefix = where + separator;
        for (JsonObject.Member member : object) {
            fields.put(member.getName(), member.getValue());
        }
    }

    /** @param where what the object is, the first words of every message: "RunSpec" */
    public static JsonFields of(String where, JsonObject object) {
        return new JsonFields(where, " ", object);
    }

    /** The fields of the object that {@code text} holds, read by {@link StrictJson}. */
    public static JsonFields parse(String where, String text) {
        return new JsonField(where, StrictJson.parse(where, text)).fields();
    }

    /** An object inside an object or array, whose fields' paths go on with a dot. */
    static JsonFields nested(String where, JsonObject object) {
        return new JsonFields(where, ".", object);
    }

    /** What messages call this object: "RunSpec network.layers[2]". */
    public String where() {
        return where;
    }

    /** All names, in the order of the text. */
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    /** The field, which must be there (it may be null: then the typed getter refuses it). */
    public JsonField field(String name) {
        return optional(name)
                .orElseThrow(() -> new JsonFormatException(prefix + name + ": expected this field but it is missing"));
    }

    /** The field if it is there. */
    public Optional<JsonField> optional(String name) {
        asked.add(name);
        JsonValue value = fields.get(name);
        return value == null ? Optional.empty() : Optional.of(new JsonField(prefix + name, value));
    }

    /** See {@link JsonField#text()}. */
    public String text(String name) {
        return field(name).text();
    }

    /** See {@link JsonField#flag()}. */
    public boolean flag(String name) {
        return field(name).flag();
    }

    /** See {@link JsonField#integer(int, int)}. */
    public int integer(String name, int min, int max) {
        return field(name).integer(min, max);
    }

    /** See {@link JsonField#longInteger(long, long)}. */
    public long longInteger(String name, long min, long max) {
        return field(name).longInteger(min, max);
    }

    /** See {@link JsonField#number(double, double)}. */
    public double number(String name, double min, double max) {
        return field(name).number(min, max);
    }

    /** See {@link JsonField#object()}. */
    public JsonFields object(String name) {
        return field(name).object();
    }

    /** See {@link JsonField#elements()}. */
    public List<JsonField> array(String name) {
        return field(name).elements();
    }

    /** @throws JsonFormatException if the object has a field that no call asked for, so call this last */
    public void rejectUnknown() {
        for (String name : fields.keySet()) {
            if (!asked.contains(name)) {
                throw new JsonFormatException(where + ": expected only the fields " + String.join(", ", asked)
                        + " but was also given \"" + name + "\"");
            }
        }
    }
}
