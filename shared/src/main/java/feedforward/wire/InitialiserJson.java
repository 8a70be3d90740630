package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.layer.Initialiser;
import java.util.List;

/**
 * The optional field "initialiser" of a layer: {@code {"type":"he"}}, {@code {"type":"uniform","limit":0.1}},
 * {@code {"type":"constant","value":0.1}}, {@code {"type":"zeros"}}; {@code {"type":"glorot"}} where it is left out.
 */
final class InitialiserJson {
    private static final String FIELD = "initialiser";

    private InitialiserJson() {}

    static void write(Initialiser initialiser, JsonObject layer) {
        if (!initialiser.equals(Initialiser.DEFAULT)) {
            layer.add(FIELD, json(initialiser));
        }
    }

    static Initialiser read(JsonFields layer) {
        return layer.optional(FIELD)
                .map(JsonField::object)
                .map(InitialiserJson::initialiser)
                .orElse(Initialiser.DEFAULT);
    }

    private static JsonObject json(Initialiser initialiser) {
        if (initialiser instanceof Initialiser.Uniform uniform) {
            return type("uniform").add("limit", ExactNumber.of(uniform.limit()));
        }
        if (initialiser.equals(Initialiser.ZEROS)) {
            return type("zeros");
        }
        if (initialiser instanceof Initialiser.Constant constant) {
            return type("constant").add("value", ExactNumber.of(constant.value()));
        }
        return type(initialiser instanceof Initialiser.He ? "he" : "glorot");
    }

    private static JsonObject type(String name) {
        return Json.object().add("type", name);
    }

    private static Initialiser initialiser(JsonFields fields) {
        String type = fields.field("type").choice(List.of("glorot", "he", "uniform", "zeros", "constant"));
        Initialiser initialiser = switch (type) {
            case "he" -> new Initialiser.He();
            case "uniform" ->
                new Initialiser.Uniform((float) fields.field("limit").numberAbove(0, Initialiser.Uniform.LARGEST));
            case "zeros" -> Initialiser.ZEROS;
            case "constant" ->
                new Initialiser.Constant(
                        (float) fields.number("value", -Initialiser.Constant.LARGEST, Initialiser.Constant.LARGEST));
            default -> new Initialiser.Glorot();
        };
        fields.rejectUnknown();
        return initialiser;
    }
}
