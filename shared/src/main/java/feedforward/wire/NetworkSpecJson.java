package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import feedforward.device.Activation;
import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.layer.DenseSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code {"input":[784],"layers":[{"type":"dense","units":10,"activation":"linear"},{"type":"softmax"}]}}. */
public final class NetworkSpecJson {
    private static final int LARGEST_INPUT = 10_000_000;
    private static final int MOST_DIMENSIONS = 8;
    private static final List<String> ACTIVATIONS =
            Arrays.stream(Activation.values()).map(NetworkSpecJson::id).toList();

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
        if (layer instanceof DenseSpec dense) {
            return Json.object()
                    .add("type", "dense")
                    .add("units", dense.units())
                    .add("activation", id(dense.activation()));
        }
        return Json.object().add("type", "softmax");
    }

    private static LayerSpec readLayer(JsonFields fields) {
        String type = fields.field("type").choice(List.of("dense", "softmax"));
        LayerSpec layer = type.equals("softmax")
                ? new SoftmaxSpec()
                : new DenseSpec(
                        fields.integer("units", 1, DenseSpec.MOST_UNITS),
                        activation(fields.field("activation").choice(ACTIVATIONS)));
        fields.rejectUnknown();
        return layer;
    }

    private static Activation activation(String id) {
        return Activation.values()[ACTIVATIONS.indexOf(id)];
    }

    private static String id(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
