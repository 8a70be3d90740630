package feedforward.wire;

import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.RecurrentSpec;
import feedforward.layer.SimpleRnnSpec;
import java.util.List;

/**
 * Layers on sequences: {@code {"type":"embedding","vocabulary":61,"units":16}} and {@code {"type":"lstm","units":128,
 * "returnSequences":true,"vocabulary":61}}, likewise "simple-rnn" and "gru"; without a vocabulary they take features.
 */
final class SequenceLayersJson {
    static final List<LayerJson<?>> LAYERS = List.of(
            new LayerJson<>(
                    "embedding",
                    EmbeddingSpec.class,
                    (layer, json) -> json.add("vocabulary", layer.vocabulary()).add("units", layer.units()),
                    fields -> new EmbeddingSpec(
                            fields.integer("vocabulary", 1, EmbeddingSpec.LARGEST_VOCABULARY),
                            fields.integer("units", 1, EmbeddingSpec.MOST_UNITS))),
            recurrent("simple-rnn", SimpleRnnSpec.class, SimpleRnnSpec::new),
            recurrent("lstm", LstmSpec.class, LstmSpec::new),
            recurrent("gru", GruSpec.class, GruSpec::new));

    private SequenceLayersJson() {}

    private static <L extends RecurrentSpec> LayerJson<L> recurrent(String type, Class<L> sort, Kind<L> kind) {
        return new LayerJson<>(type, sort, SequenceLayersJson::write, fields -> read(fields, kind));
    }

    private static void write(RecurrentSpec layer, JsonObject json) {
        json.add("units", layer.units()).add("returnSequences", layer.returnSequences());
        if (layer.vocabulary() > 0) {
            json.add("vocabulary", layer.vocabulary());
        }
    }

    private static <L extends RecurrentSpec> L read(JsonFields fields, Kind<L> kind) {
        return kind.of(
                fields.integer("units", 1, RecurrentSpec.MOST_UNITS),
                fields.optional("vocabulary")
                        .map(field -> field.integer(1, EmbeddingSpec.LARGEST_VOCABULARY))
                        .orElse(0),
                fields.field("returnSequences").flag());
    }

    /** A recurrent layer's constructor. */
    private interface Kind<L extends RecurrentSpec> {
        L of(int units, int vocabulary, boolean returnSequences);
    }
}
