package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.Padding;
import feedforward.layer.SimpleRnnSpec;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names and shapes in files are those of a PyTorch module's {@code state_dict()} whose layers are called fc1, conv1, … */
class StoredNamesTest {
    @Test
    void denseLayersAreLinear() {
        assertThat(stored(Shape.of(4), new DenseSpec(3, Activation.RELU), new DenseSpec(2, Activation.LINEAR)))
                .containsExactly("fc1.weight [3, 4]", "fc1.bias [3]", "fc2.weight [2, 3]", "fc2.bias [2]");
    }

    @Test
    void convolutionsAreConv2dAndNormalisationsBatchNorm2d() {
        assertThat(stored(
                        Shape.of(5, 6, 2),
                        new Conv2dSpec(3, 2, Padding.SAME, Activation.LINEAR),
                        new BatchNormSpec(),
                        new FlattenSpec(),
                        new DenseSpec(2, Activation.LINEAR)))
                .containsExactly(
                        "conv1.weight [3, 2, 2, 2]",
                        "conv1.bias [3]",
                        "bn1.weight [3]",
                        "bn1.bias [3]",
                        "bn1.running_mean [3]",
                        "bn1.running_var [3]",
                        "fc1.weight [2, 90]",
                        "fc1.bias [2]");
    }

    @Test
    void recurrentLayersAreRnnLstmAndGru() {
        assertThat(stored(
                        Shape.of(7),
                        new EmbeddingSpec(9, 5),
                        new SimpleRnnSpec(2, 0, true),
                        new LstmSpec(3, 0, true),
                        new GruSpec(4, 0, false)))
                .containsExactly(
                        "embedding1.weight [9, 5]",
                        "rnn1.weight_ih_l0 [2, 5]",
                        "rnn1.weight_hh_l0 [2, 2]",
                        "rnn1.bias_ih_l0 [2]",
                        "rnn1.bias_hh_l0 [2]",
                        "lstm1.weight_ih_l0 [12, 2]",
                        "lstm1.weight_hh_l0 [12, 3]",
                        "lstm1.bias_ih_l0 [12]",
                        "lstm1.bias_hh_l0 [12]",
                        "gru1.weight_ih_l0 [12, 3]",
                        "gru1.weight_hh_l0 [12, 4]",
                        "gru1.bias_ih_l0 [12]",
                        "gru1.bias_hh_l0 [12]");
    }

    /** In memory a kernel is [rows, columns, in, out]: file index ((o·I + i)·K + u)·K + v is memory index ((u·K + v)·I + i)·O + o. */
    @Test
    void kernelsLieAsOihw() {
        Parameter weight = parameters(Shape.of(4, 4, 2), new Conv2dSpec(3, 2, Padding.VALID, Activation.LINEAR))
                .get(0);
        float[] memory = weight.value().toArray();
        float[] file = weight.stored();

        for (int o = 0; o < 3; o++) {
            for (int i = 0; i < 2; i++) {
                for (int u = 0; u < 2; u++) {
                    for (int v = 0; v < 2; v++) {
                        assertThat(file[((o * 2 + i) * 2 + u) * 2 + v])
                                .isEqualTo(memory[((u * 2 + v) * 2 + i) * 3 + o]);
                    }
                }
            }
        }
    }

    private static List<String> stored(Shape input, LayerSpec... layers) {
        List<String> stored = new ArrayList<>();
        for (Parameter parameter : parameters(input, layers)) {
            stored.add(parameter.name() + " " + parameter.storedShape());
        }
        return stored;
    }

    private static List<Parameter> parameters(Shape input, LayerSpec... layers) {
        return Network.build(new NetworkSpec(input, List.of(layers)), new HeapDevice(), 1, 1)
                .parameters();
    }
}
