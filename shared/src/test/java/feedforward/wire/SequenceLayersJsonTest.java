package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.json.JsonFields;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.SimpleRnnSpec;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceLayersJsonTest {
    private static final String ALL =
            "{\"input\":[8],\"layers\":[{\"type\":\"embedding\",\"vocabulary\":61,\"units\":16},"
                    + "{\"type\":\"simple-rnn\",\"units\":3,\"returnSequences\":true},"
                    + "{\"type\":\"gru\",\"units\":4,\"returnSequences\":true},"
                    + "{\"type\":\"lstm\",\"units\":5,\"returnSequences\":false}]}";
    private static final String ON_IDS = "{\"input\":[8],\"layers\":["
            + "{\"type\":\"lstm\",\"units\":128,\"returnSequences\":true,\"vocabulary\":61}]}";

    @Test
    void layersAreWrittenLikeThis() {
        NetworkSpec spec = new NetworkSpec(
                Shape.of(8),
                List.of(
                        new EmbeddingSpec(61, 16),
                        new SimpleRnnSpec(3, 0, true),
                        new GruSpec(4, 0, true),
                        new LstmSpec(5, 0, false)));
        assertThat(NetworkSpecJson.write(spec)).hasToString(ALL);
        assertThat(read(ALL)).isEqualTo(spec);
    }

    @Test
    void aVocabularyIsWrittenWhereThereIsOne() {
        NetworkSpec spec = new NetworkSpec(Shape.of(8), List.of(new LstmSpec(128, 61, true)));
        assertThat(NetworkSpecJson.write(spec)).hasToString(ON_IDS);
        assertThat(read(ON_IDS)).isEqualTo(spec);
    }

    @Test
    void whatIsOutOfRangeIsNamed() {
        assertRefused(
                ALL.replace("\"units\":16", "\"units\":0"), "layers[0].units: expected a whole number in [1, 65,536]");
        assertRefused(ALL.replace("61", "65537"), "layers[0].vocabulary: expected a whole number in [1, 65,536]");
        assertRefused(
                ALL.replace("\"units\":4", "\"units\":16385"),
                "layers[2].units: expected a whole number in [1, 16,384]");
        assertRefused(ON_IDS.replace("61", "0"), "layers[0].vocabulary: expected a whole number in [1, 65,536]");
        assertRefused(ALL.replace("false", "1"), "layers[3].returnSequences: expected true or false");
        assertRefused(
                ALL.replace(",\"returnSequences\":false", ""),
                "layers[3].returnSequences: expected this field but it is missing");
    }

    private static NetworkSpec read(String json) {
        return NetworkSpecJson.read(JsonFields.parse("Network", json));
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
