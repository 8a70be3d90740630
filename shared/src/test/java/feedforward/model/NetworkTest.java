package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.Numbers;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.layer.DenseSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final NetworkSpec SPEC = new NetworkSpec(
            Shape.of(2),
            List.of(new DenseSpec(3, Activation.RELU), new DenseSpec(2, Activation.LINEAR), new SoftmaxSpec()));

    private final Device device = new HeapDevice();
    private final Network network = Network.build(SPEC, device, 4, 1);

    @Test
    void layersAreAppliedOneBehindTheOther() {
        network.setWeights(weights());
        // x = (1, 2): relu(1·1 + 2·2, 1·3 + 2·(−4), 0.5) = (5, 0, 0.5); z = (5 + 0.5, 2·0.5 − 1) = (5.5, 0).
        float[] z = network.withoutSoftmax()
                .forward(Tensor.of(device, Shape.of(1, 2), 1, 2))
                .toArray();
        assertThat(z).containsExactly(5.5f, 0);
        // Softmax of (5.5, 0): 1 / (1 + e^−5.5) = 0.995929862…
        float[] p = network.forward(Tensor.of(device, Shape.of(1, 2), 1, 2)).toArray();
        assertThat((double) p[0]).isCloseTo(0.9959298622841039, within(1e-7));
        assertThat((double) p[1]).isCloseTo(0.004070137715896128, within(1e-8));
    }

    @Test
    void predictionsDoNotDependOnTheRestOfTheBatch() {
        float[] inputs = Numbers.between(8, 1);
        float[] together =
                network.forward(Tensor.of(device, Shape.of(4, 2), inputs)).toArray();
        Network alone = Network.build(SPEC, device, 1, 1);
        for (int row = 0; row < 4; row++) {
            Tensor x = Tensor.of(device, Shape.of(1, 2), inputs[2 * row], inputs[2 * row + 1]);
            assertThat(alone.forward(x).toArray()).containsExactly(together[2 * row], together[2 * row + 1]);
        }
    }

    @Test
    void withoutSoftmaxSharesItsWeights() {
        Network scored = network.withoutSoftmax();
        assertThat(scored.parameters()).isEqualTo(network.parameters());
        scored.setWeights(weights());
        assertThat(network.weights()).isEqualTo(weights());
        assertThat(scored.withoutSoftmax()).isSameAs(scored);
    }

    @Test
    void weightsHaveNamesAndLayoutsOfFiles() {
        assertThat(network.weights().keySet()).containsExactly("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias");
        assertThat(network.weights().get("fc1.weight").shape()).isEqualTo(Shape.of(3, 2));
        network.setWeights(weights());
        // W [in, out] of the first layer is 1 3 0; 2 −4 0.
        assertThat(network.parameters().get(0).value().toArray()).containsExactly(1, 3, 0, 2, -4, 0);
    }

    @Test
    void initialWeightsDependOnTheSeedAndTheLayerAlone() {
        assertThat(Network.build(SPEC, device, 1, 1).weights()).isEqualTo(network.weights());
        assertThat(Network.build(SPEC, device, 4, 2).weights()).isNotEqualTo(network.weights());
        NetworkSpec twins = new NetworkSpec(
                Shape.of(3), List.of(new DenseSpec(3, Activation.TANH), new DenseSpec(3, Activation.TANH)));
        Map<String, StoredTensor> weights = Network.build(twins, device, 1, 1).weights();
        assertThat(weights.get("fc1.weight")).isNotEqualTo(weights.get("fc2.weight"));
    }

    @Test
    void theHashIsThatOfTheFileWithTheseWeights() {
        assertThat(network.sha256()).isEqualTo(new Safetensors(Map.of("a", "b"), network.weights()).sha256());
        String before = network.sha256();
        network.setWeights(weights());
        assertThat(network.sha256()).isNotEqualTo(before);
    }

    @Test
    void aMissingTensorIsRefused() {
        Map<String, StoredTensor> weights = weights();
        weights.remove("fc2.bias");
        assertRefused(weights)
                .hasMessage("Weights: expected a tensor \"fc2.bias\" of shape [2] but found only"
                        + " [fc1.weight, fc1.bias, fc2.weight]");
    }

    @Test
    void aTensorOfAnotherShapeIsRefused() {
        Map<String, StoredTensor> weights = weights();
        weights.put("fc1.weight", new StoredTensor(Shape.of(2, 3), new float[6]));
        assertRefused(weights).hasMessage("Weights \"fc1.weight\": expected shape [3, 2] but was [2, 3]");
    }

    @Test
    void aTensorTooManyIsRefused() {
        Map<String, StoredTensor> weights = weights();
        weights.put("fc3.bias", new StoredTensor(Shape.of(1), new float[1]));
        assertRefused(weights)
                .hasMessage("Weights: expected 4 tensors [fc1.weight, fc1.bias, fc2.weight, fc2.bias] but found"
                        + " [fc1.weight, fc1.bias, fc2.weight, fc2.bias, fc3.bias]");
    }

    @Test
    void inputOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> network.forward(Tensor.zeros(device, Shape.of(1, 3))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense input: expected shape [N, 2] but was [1, 3]");
    }

    /** Refused, and nothing changed, though the tensors before the wrong one were right. */
    private AbstractThrowableAssert<?, ?> assertRefused(Map<String, StoredTensor> weights) {
        Map<String, StoredTensor> before = network.weights();
        var refused = assertThatThrownBy(() -> network.setWeights(weights)).isInstanceOf(WeightsException.class);
        assertThat(network.weights()).isEqualTo(before);
        return refused;
    }

    private static Map<String, StoredTensor> weights() {
        Map<String, StoredTensor> weights = new LinkedHashMap<>();
        weights.put("fc1.weight", new StoredTensor(Shape.of(3, 2), new float[] {1, 2, 3, -4, 0, 0}));
        weights.put("fc1.bias", new StoredTensor(Shape.of(3), new float[] {0, 0, 0.5f}));
        weights.put("fc2.weight", new StoredTensor(Shape.of(2, 3), new float[] {1, 9, 1, 0, 9, 2}));
        weights.put("fc2.bias", new StoredTensor(Shape.of(2), new float[] {0, -1}));
        return weights;
    }
}
