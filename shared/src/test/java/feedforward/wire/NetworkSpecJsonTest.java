package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.Activation;
import feedforward.json.JsonFields;
import feedforward.layer.DenseSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class NetworkSpecJsonTest {
    private static final String SOFTMAX =
            "{\"input\":[784],\"layers\":[{\"type\":\"dense\",\"units\":10,\"activation\":\"linear\"},{\"type\":\"softmax\"}]}";

    @Test
    void aNetworkIsWrittenLikeThis() {
        NetworkSpec spec =
                new NetworkSpec(Shape.of(784), List.of(new DenseSpec(10, Activation.LINEAR), new SoftmaxSpec()));
        assertThat(NetworkSpecJson.write(spec)).hasToString(SOFTMAX);
        assertThat(read(SOFTMAX)).isEqualTo(spec);
    }

    @Test
    void everyActivationComesBack() {
        List<LayerSpec> layers = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            layers.add(new DenseSpec(3, activation));
        }
        NetworkSpec spec = new NetworkSpec(Shape.of(2), layers);
        String json = NetworkSpecJson.write(spec).toString();
        assertThat(read(json)).isEqualTo(spec);
        assertThat(json).contains("\"linear\"", "\"sigmoid\"", "\"tanh\"", "\"relu\"");
    }

    @Test
    void aLayerThatIsWrongIsNamedByItsPlace() {
        assertRefused(SOFTMAX.replace("\"softmax\"", "\"conv3d\""))
                .hasMessage(
                        "Network layers[1].type: expected one of \"dense\", \"softmax\", \"activation\","
                                + " \"dropout\", \"batch-norm\", \"flatten\", \"rescale\", \"conv2d\", \"max-pool2d\", \"average-pool2d\","
                                + " \"global-average-pool\", \"embedding\", \"simple-rnn\", \"lstm\", \"gru\" but was \"conv3d\"");
        assertRefused(SOFTMAX.replace("10", "0"))
                .hasMessage("Network layers[0].units: expected a whole number in [1, 65,536] but was 0");
        assertRefused(SOFTMAX.replace("10", "65537"))
                .hasMessage("Network layers[0].units: expected a whole number in [1, 65,536] but was 65537");
        assertRefused(SOFTMAX.replace("linear", "LINEAR"))
                .hasMessage("Network layers[0].activation: expected one of \"linear\", \"sigmoid\", \"tanh\", \"relu\","
                        + " \"leaky-relu\", \"softplus\", \"gelu\" but was \"LINEAR\"");
        assertRefused(SOFTMAX.replace("{\"type\":\"softmax\"}", "7"))
                .hasMessage("Network layers[1]: expected an object but was 7");
        assertRefused(SOFTMAX.replace("\"type\":\"softmax\"", "\"type\":\"softmax\",\"units\":3"))
                .hasMessage("Network layers[1]: expected only the fields type but was also given \"units\"");
        assertRefused(SOFTMAX.replace("\"units\":10,", ""))
                .hasMessage("Network layers[0].units: expected this field but it is missing");
    }

    @Test
    void anInputThatIsWrongIsNamed() {
        assertRefused(SOFTMAX.replace("[784]", "[0]"))
                .hasMessage("Network input[0]: expected a whole number in [1, 10,000,000] but was 0");
        assertRefused(SOFTMAX.replace("[784]", "784")).hasMessageStartingWith("Network input: expected an array");
        assertRefused(SOFTMAX.replace("[784]", "[28,28,1]"))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("was [28, 28, 1]");
        assertRefused(SOFTMAX.replace("[784]", "[]"))
                .hasMessage("Network input: expected an array of 1 to 8 elements but was an array of 0");
        assertRefused(SOFTMAX.replace("[784]", "[10000000,10000000]")).isInstanceOf(ShapeException.class);
    }

    @Test
    void aHostilelyLongInputIsRefusedInAFewWords() {
        String many = Arrays.toString(new int[4_000]).replace("0", "1");
        assertRefused(SOFTMAX.replace("[784]", many))
                .hasMessage("Network input: expected an array of 1 to 8 elements but was an array of 4,000");
    }

    @Test
    void aFieldNobodyKnowsIsRefused() {
        assertRefused(SOFTMAX.replace("{\"input\"", "{\"name\":\"x\",\"input\""))
                .hasMessage("Network: expected only the fields input, layers but was also given \"name\"");
    }

    @Test
    void noLayersAreRefused() {
        assertRefused("{\"input\":[784],\"layers\":[]}").hasMessage("Network layers: expected 1 to 100 but was 0");
    }

    private static NetworkSpec read(String json) {
        return NetworkSpecJson.read(JsonFields.parse("Network", json));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String json) {
        return assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
    }
}
