package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.json.JsonFields;
import feedforward.json.JsonFormatException;
import feedforward.optimiser.AdagradSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.AdamWSpec;
import feedforward.optimiser.MomentumSpec;
import feedforward.optimiser.NesterovSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.optimiser.RmsPropSpec;
import feedforward.optimiser.SgdSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimiserJsonTest {
    @Test
    void optimisersAreWrittenLikeThisAndComeBack() {
        assertWritten(new SgdSpec(0.5f), "{\"type\":\"sgd\",\"learningRate\":0.5}");
        assertWritten(new MomentumSpec(0.1f, 0.9f), "{\"type\":\"momentum\",\"learningRate\":0.1,\"momentum\":0.9}");
        assertWritten(new NesterovSpec(0.1f, 0), "{\"type\":\"nesterov\",\"learningRate\":0.1,\"momentum\":0}");
        assertWritten(AdagradSpec.of(0.01f), "{\"type\":\"adagrad\",\"learningRate\":0.01,\"epsilon\":1.0E-10}");
        assertWritten(
                RmsPropSpec.of(0.01f), "{\"type\":\"rmsprop\",\"learningRate\":0.01,\"decay\":0.9,\"epsilon\":1.0E-8}");
        assertWritten(
                AdamSpec.of(0.001f),
                "{\"type\":\"adam\",\"learningRate\":0.001,\"beta1\":0.9,\"beta2\":0.999,\"epsilon\":1.0E-8}");
        assertWritten(
                AdamWSpec.of(0.004f, 0.02f),
                "{\"type\":\"adamw\",\"learningRate\":0.004,\"beta1\":0.9,\"beta2\":0.999,\"epsilon\":1.0E-8,"
                        + "\"weightDecay\":0.02}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"momentum\",\"learningRate\":1} | O momentum: expected this field but it is missing",
                "{\"type\":\"momentum\",\"learningRate\":1,\"momentum\":2} | O momentum: expected a number in [0, 1]"
                        + " but was 2",
                "{\"type\":\"momentum\",\"learningRate\":1,\"momentum\":1} | RunSpec momentum: expected a number in"
                        + " [0, 1) but was 1.0",
                "{\"type\":\"adagrad\",\"learningRate\":1,\"epsilon\":1e-60} | RunSpec epsilon: expected a number in"
                        + " (0, 1] but was 0.0",
                "{\"type\":\"sgd\",\"learningRate\":1,\"momentum\":0} | O: expected only the fields type, learningRate"
                        + " but was also given \"momentum\"",
                "{\"type\":\"rmsprop\",\"learningRate\":1,\"decay\":0.9,\"epsilon\":-1} | O epsilon: expected a number"
                        + " in [0, 1] but was -1"
            })
    void whatIsWrongIsNamed(String json, String message) {
        assertThatThrownBy(() -> OptimiserJson.read(JsonFields.parse("O", json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void everyNumberIsNeeded() {
        String adamW = OptimiserJson.write(AdamWSpec.of(0.1f, 0.1f)).toString();
        for (String field : new String[] {"learningRate", "beta1", "beta2", "epsilon", "weightDecay"}) {
            assertThatThrownBy(() -> OptimiserJson.read(JsonFields.parse("O", adamW.replace(field, "no"))))
                    .isInstanceOf(JsonFormatException.class)
                    .hasMessage("O " + field + ": expected this field but it is missing");
        }
    }

    private static void assertWritten(OptimiserSpec spec, String json) {
        assertThat(OptimiserJson.write(spec)).hasToString(json);
        assertThat(OptimiserJson.read(JsonFields.parse("O", json))).isEqualTo(spec);
    }
}
