package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.device.Activation;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwoLayersTest {

    /** 3·4 + 4 + 4·2 + 2 = 26, and 784·128 + 128 + 128·10 + 10 = 101,770. */
    @Test
    void countsWeightsAndBiasesWhateverTheExamples() {
        assertThat(new TwoLayers(4, 3, 4, 2).parameters()).isEqualTo(26);
        assertThat(new TwoLayers(1, 3, 4, 2).parameters()).isEqualTo(26);
        assertThat(new TwoLayers(1, 784, 128, 10).parameters()).isEqualTo(101_770);
    }

    @Test
    void weightsHaveTheShapesOfTheEquationsMatrices() {
        double[][][] weights = new TwoLayers(1, 3, 4, 2).weights();

        assertThat(weights).hasNumberOfRows(2);
        assertThat(weights[0].length).isEqualTo(3);
        assertThat(weights[0][0].length).isEqualTo(4);
        assertThat(weights[1].length).isEqualTo(4);
        assertThat(weights[1][0].length).isEqualTo(2);
    }

    /** Files have W transposed: [out, in]. */
    @Test
    void aRowOfWBelongsToAnInput() {
        double[][][] weights = new TwoLayers(1, 3, 4, 2).weights();
        Network engine = Network.build(
                new NetworkSpec(
                        Shape.of(3), List.of(new DenseSpec(4, Activation.TANH), new DenseSpec(2, Activation.LINEAR))),
                new HeapDevice(),
                1,
                1);
        float[] first = engine.weights().get("fc1.weight").values();

        for (int in = 0; in < 3; in++) {
            for (int out = 0; out < 4; out++) {
                assertThat(weights[0][in][out]).isEqualTo(first[3 * out + in]);
            }
        }
    }

    /** Glorot's limit √(6 / (in + out)) = 0.926 for 3 and 4; drawn once, so the same each time, and not all alike. */
    @Test
    void weightsAreThoseTheEngineBeginsWith() {
        double[][][] weights = new TwoLayers(1, 3, 4, 2).weights();

        assertThat(weights).isDeepEqualTo(new TwoLayers(9, 3, 4, 2).weights());
        for (double[] row : weights[0]) {
            for (double weight : row) {
                assertThat(Math.abs(weight)).isBetween(1e-6, 0.926);
            }
        }
        assertThat(weights[0][0][1]).isNotEqualTo(weights[0][1][0]);
    }
}
