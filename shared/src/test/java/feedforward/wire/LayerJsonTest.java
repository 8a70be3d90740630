package feedforward.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.Activation;
import feedforward.json.JsonFields;
import feedforward.layer.ActivationSpec;
import feedforward.layer.AveragePool2dSpec;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.DropoutSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.GlobalAveragePoolSpec;
import feedforward.layer.Initialiser;
import feedforward.layer.LayerSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.Padding;
import feedforward.layer.SoftmaxSpec;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sort of layer, written, read and refused. */
class LayerJsonTest {
    private static final Shape IMAGE = Shape.of(8, 8, 1);

    @ParameterizedTest
    @MethodSource
    void aLayerIsWrittenLikeThis(LayerSpec layer, String json) {
        NetworkSpec network = network(layer);
        assertThat(NetworkSpecJson.write(network).toString()).contains("," + json.replace('\'', '"') + ",");
        assertThat(read(json)).isEqualTo(network);
    }

    static Stream<Arguments> aLayerIsWrittenLikeThis() {
        return Stream.of(
                Arguments.of(
                        new Conv2dSpec(32, 3, 1, Padding.VALID, Activation.RELU, Initialiser.DEFAULT),
                        "{'type':'conv2d','filters':32,'kernel':3,'stride':1,'padding':'valid','activation':'relu'}"),
                Arguments.of(
                        new Conv2dSpec(1, 5, 2, Padding.SAME, Activation.LINEAR, new Initialiser.He()),
                        "{'type':'conv2d','filters':1,'kernel':5,'stride':2,'padding':'same','activation':'linear',"
                                + "'initialiser':{'type':'he'}}"),
                Arguments.of(new MaxPool2dSpec(2, 1), "{'type':'max-pool2d','size':2,'stride':1}"),
                Arguments.of(new AveragePool2dSpec(3, 2), "{'type':'average-pool2d','size':3,'stride':2}"),
                Arguments.of(new GlobalAveragePoolSpec(), "{'type':'global-average-pool'}"),
                Arguments.of(new FlattenSpec(), "{'type':'flatten'}"),
                Arguments.of(new DropoutSpec(0.3f), "{'type':'dropout','rate':0.3}"),
                Arguments.of(new DropoutSpec(0), "{'type':'dropout','rate':0}"),
                Arguments.of(new BatchNormSpec(), "{'type':'batch-norm'}"),
                Arguments.of(
                        new ActivationSpec(Activation.LEAKY_RELU), "{'type':'activation','activation':'leaky-relu'}"));
    }

    @ParameterizedTest
    @MethodSource
    void anInitialiserIsWrittenLikeThis(Initialiser initialiser, String json) {
        String text = NetworkSpecJson.write(dense(initialiser)).toString();
        assertThat(text).contains("\"units\":10,\"activation\":\"linear\"" + json.replace('\'', '"') + "},");
        assertThat(NetworkSpecJson.read(JsonFields.parse("Network", text))).isEqualTo(dense(initialiser));
    }

    static Stream<Arguments> anInitialiserIsWrittenLikeThis() {
        return Stream.of(
                Arguments.of(new Initialiser.Glorot(), ""),
                Arguments.of(new Initialiser.He(), ",'initialiser':{'type':'he'}"),
                Arguments.of(new Initialiser.Uniform(0.05f), ",'initialiser':{'type':'uniform','limit':0.05}"),
                Arguments.of(Initialiser.ZEROS, ",'initialiser':{'type':'zeros'}"),
                Arguments.of(new Initialiser.Constant(-0.1f), ",'initialiser':{'type':'constant','value':-0.1}"));
    }

    @Test
    void whatHasADefaultMayBeLeftOut() {
        assertThat(read("{'type':'conv2d','filters':3,'kernel':2,'activation':'relu'}"))
                .isEqualTo(network(new Conv2dSpec(3, 2, Padding.VALID, Activation.RELU)));
        assertThat(read("{'type':'max-pool2d','size':3}")).isEqualTo(network(new MaxPool2dSpec(3, 3)));
        assertThat(read("{'type':'average-pool2d','size':3}")).isEqualTo(network(new AveragePool2dSpec(3, 3)));
        assertThat(readDense("{'type':'glorot'}")).isEqualTo(dense(Initialiser.DEFAULT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"filters\":0,\"kernel\":3,\"activation\":\"relu\""
                        + " | .filters: expected a whole number in [1, 65,536] but was 0",
                "\"filters\":2,\"kernel\":32,\"activation\":\"relu\""
                        + " | .kernel: expected a whole number in [1, 31] but was 32",
                "\"filters\":2,\"kernel\":0,\"activation\":\"relu\""
                        + " | .kernel: expected a whole number in [1, 31] but was 0",
                "\"filters\":2,\"kernel\":3,\"stride\":0,\"activation\":\"relu\""
                        + " | .stride: expected a whole number in [1, 31] but was 0",
                "\"filters\":2,\"kernel\":3,\"padding\":1,\"activation\":\"relu\""
                        + " | .padding: expected one of \"valid\", \"same\" but was 1",
                "\"filters\":2,\"kernel\":3 | .activation: expected this field but it is missing",
                "\"filters\":2,\"kernel\":3,\"activation\":\"relu\",\"dilation\":2 | : expected only the fields type,"
                        + " filters, kernel, stride, padding, activation, initialiser but was also given \"dilation\""
            })
    void aConvolutionThatIsWrongIsNamed(String fields, String message) {
        assertRefused("{\"type\":\"conv2d\"," + fields + "}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'max-pool2d','size':32} | .size: expected a whole number in [1, 31] but was 32",
                "{'type':'max-pool2d','size':2,'stride':0} | .stride: expected a whole number in [1, 31] but was 0",
                "{'type':'average-pool2d','size':0} | .size: expected a whole number in [1, 31] but was 0",
                "{'type':'average-pool2d'} | .size: expected this field but it is missing",
                "{'type':'dropout','rate':-0.1} | .rate: expected a number in [0, 1] but was -0.1",
                "{'type':'dropout','rate':1} | .rate: expected a number in [0, 1) but was 1",
                "{'type':'dropout','rate':0.99999999} | .rate: expected a number in [0, 1) but was 0.99999999",
                "{'type':'dropout'} | .rate: expected this field but it is missing",
                "{'type':'batch-norm','momentum':0.1} | : expected only the fields type but was also given 'momentum'",
                "{'type':'activation','activation':'swish'} | .activation: expected one of 'linear', 'sigmoid',"
                        + " 'tanh', 'relu', 'leaky-relu', 'softplus', 'gelu' but was 'swish'"
            },
            quoteCharacter = '~')
    void aLayerThatIsWrongIsNamed(String json, String message) {
        assertRefused(json.replace('\'', '"'), message.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'orthogonal'} | .type: expected one of 'glorot', 'he', 'uniform', 'zeros', 'constant' but was"
                        + " 'orthogonal'",
                "{'type':'uniform','limit':0} | .limit: expected a number in (0, 100] but was 0",
                "{'type':'uniform','limit':1e-60} | : Initialiser limit: expected a number in (0, 100] but was 0.0",
                "{'type':'constant','value':101} | .value: expected a number in [-100, 100] but was 101",
                "{'type':'constant'} | .value: expected this field but it is missing",
                "{'type':'he','gain':2} | : expected only the fields type but was also given 'gain'",
                "'he' | : expected an object but was 'he'"
            },
            quoteCharacter = '~')
    void anInitialiserThatIsWrongIsNamed(String json, String message) {
        assertThatThrownBy(() -> readDense(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(message.replace('\'', '"').replace(": Initialiser", "Initialiser"));
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Network layers[1]" + message);
    }

    /** Between a convolution and a dense layer, so that any layer on images fits. */
    private static NetworkSpec network(LayerSpec layer) {
        return new NetworkSpec(
                IMAGE,
                List.of(
                        new Conv2dSpec(2, 1, Padding.VALID, Activation.LINEAR),
                        layer,
                        new FlattenSpec(),
                        new DenseSpec(2, Activation.LINEAR)));
    }

    private static NetworkSpec read(String layer) {
        return NetworkSpecJson.read(JsonFields.parse(
                "Network",
                "{\"input\":[8,8,1],\"layers\":[{\"type\":\"conv2d\",\"filters\":2,\"kernel\":1,\"activation\":\"linear\"},"
                        + layer.replace('\'', '"')
                        + ",{\"type\":\"flatten\"},{\"type\":\"dense\",\"units\":2,\"activation\":\"linear\"}]}"));
    }

    private static NetworkSpec dense(Initialiser initialiser) {
        return new NetworkSpec(
                Shape.of(2), List.of(new DenseSpec(10, Activation.LINEAR, initialiser), new SoftmaxSpec()));
    }

    private static NetworkSpec readDense(String initialiser) {
        return NetworkSpecJson.read(JsonFields.parse(
                "Network",
                "{\"input\":[2],\"layers\":[{\"type\":\"dense\",\"units\":10,\"activation\":\"linear\",\"initialiser\":"
                        + initialiser.replace('\'', '"') + "},{\"type\":\"softmax\"}]}"));
    }
}
