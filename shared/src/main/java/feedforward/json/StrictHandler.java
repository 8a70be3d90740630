package feedforward.json;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonHandler;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import feedforward.text.Digits;
import feedforward.text.Utf8;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Builds the value while the parser walks the text, and stops it at the first breach of {@link StrictJson}'s rules. Mutable.
 */
final class StrictHandler extends JsonHandler<JsonArray, JsonObject> {
    private final String where;
    private final Optional<BiConsumer<String, JsonValue>> members;
    private final Deque<Set<String>> namesOfOpenObjects = new ArrayDeque<>();
    private int depth;
    private int values;
    private JsonValue value;

    /** @param members takes the members of the outermost object, each as soon as it is read, which then are not kept */
    StrictHandler(String where, Optional<BiConsumer<String, JsonValue>> members) {
        this.where = where;
        this.members = members;
    }

    /** The value that ended last: after parsing, the whole. */
    JsonValue value() {
        return value;
    }

    @Override
    public void endNull() {
        count();
        value = Json.NULL;
    }

    @Override
    public void endBoolean(boolean flag) {
        count();
        value = flag ? Json.TRUE : Json.FALSE;
    }

    @Override
    public void endString(String text) {
        count();
        requirePairedSurrogates(text);
        value = Json.value(text);
    }

    /** {@code Json.parse} is the only public way to a number that keeps its digits as they were written. */
    @Override
    public void endNumber(String digits) {
        count();
        value = Json.parse(digits);
    }

    @Override
    public JsonArray startArray() {
        enter();
        return new JsonArray();
    }

    @Override
    public void endArrayValue(JsonArray array) {
        array.add(value);
    }

    @Override
    public void endArray(JsonArray array) {
        depth--;
        value = array;
    }

    @Override
    public JsonObject startObject() {
        enter();
        namesOfOpenObjects.push(new HashSet<>());
        return new JsonObject();
    }

    @Override
    public void endObjectName(JsonObject object, String name) {
        requirePairedSurrogates(name);
        if (!namesOfOpenObjects.element().add(name)) {
            throw refused("expected each name once but \"" + name + "\" stands twice in one object");
        }
    }

    @Override
    public void endObjectValue(JsonObject object, String name) {
        if (depth == 1 && members.isPresent()) {
            members.get().accept(name, value);
            values = 0;
        } else {
            object.add(name, value);
        }
    }

    @Override
    public void endObject(JsonObject object) {
        depth--;
        namesOfOpenObjects.pop();
        value = object;
    }

    private void enter() {
        count();
        depth++;
        if (depth > StrictJson.MAX_DEPTH) {
            throw refused("expected nesting of at most " + StrictJson.MAX_DEPTH + " levels but was deeper");
        }
    }

    private void count() {
        values++;
        if (values > StrictJson.MAX_VALUES) {
            throw refused("expected at most " + Digits.grouped(StrictJson.MAX_VALUES) + " values but there are more");
        }
    }

    private void requirePairedSurrogates(String text) {
        if (Utf8.unpairedSurrogate(text) >= 0) {
            throw refused("expected whole surrogate pairs in a string but was half of one");
        }
    }

    private JsonFormatException refused(String reason) {
        return new JsonFormatException(where + " at " + getLocation() + ": " + reason);
    }
}
