package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.layer.LayerSpec;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code {"input":[784],"layers":[{"type":"dense","units":10,"activation":"linear"},{"type":"softmax"}]}}; the layers in
 * {@link GeneralLayersJson}, {@link ImageLayersJson} and {@link SequenceLayersJson}.
 */
public final class NetworkSpecJson {
    private static final int LARGEST_INPUT = 10_000_000;
    private static final int MOST_DIMENSIONS = 8;
    private static final List<LayerJson<?>> LAYERS = Stream.of(
                    GeneralLayersJson.LAYERS, ImageLayersJson.LAYERS, SequenceLayersJson.LAYERS)
            .flatMap(List::stream)
            .toList();
    private static final List<String> TYPES =
            LAYERS.stream().<String>map(LayerJson::type).toList();

    private NetworkSpecJson() {}

    public static JsonObject write(NetworkSpec spec) {
        JsonArray input = new JsonArray();
        for (int size : spec.input().sizes()) {
            input.add(size);
        }
        JsonArray layers = new JsonArray();
        spec.layers().forEach(layer -> layers.add(write(layer)));
        return Json.object().add("input", input).add("layers", layers);
    }

    /** @throws IllegalArgumentException naming the field that is missing, unknown or out of range */
    public static NetworkSpec read(JsonFields fields) {
        List<JsonField> sizes = fields.field("input").elements(1, MOST_DIMENSIONS);
        int[] input = new int[sizes.size()];
        for (int i = 0; i < input.length; i++) {
            input[i] = sizes.get(i).integer(1, LARGEST_INPUT);
        }
        List<LayerSpec> layers = fields.array("layers").stream()
                .map(JsonField::object)
                .map(NetworkSpecJson::readLayer)
                .toList();
        fields.rejectUnknown();
        return new NetworkSpec(Shape.of(input), layers);
    }

    private static JsonObject write(LayerSpec layer) {
        return LAYERS.stream()
                .filter(known -> known.describes(layer))
                .findFirst()
                .orElseThrow()
                .toJson(layer);
    }

    private static LayerSpec readLayer(JsonFields fields) {
        String type = fields.field("type").choice(TYPES);
        LayerSpec layer = LAYERS.get(TYPES.indexOf(type)).read().apply(fields);
        fields.rejectUnknown();
        return layer;
    }
}
