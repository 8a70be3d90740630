package feedforward.wire;

import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.layer.LayerSpec;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * How one sort of layer is written and read.
 *
 * @param type the value of its field "type"
 * @param write adds the other fields
 * @param read reads the other fields
 */
record LayerJson<L extends LayerSpec>(
        String type, Class<L> sort, BiConsumer<L, JsonObject> write, Function<JsonFields, L> read) {

    boolean describes(LayerSpec layer) {
        return sort.isInstance(layer);
    }

    /** @param layer that this describes */
    JsonObject toJson(LayerSpec layer) {
        JsonObject json = new JsonObject().add("type", type);
        write.accept(sort.cast(layer), json);
        return json;
    }

    /** A layer that has no other fields. */
    static <L extends LayerSpec> LayerJson<L> bare(L layer, Class<L> sort, String type) {
        return new LayerJson<>(type, sort, (any, json) -> {}, fields -> layer);
    }
}
