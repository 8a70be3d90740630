package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    private static final float[] IDS = {2, 0, 2, 1, 2, 1};

    private final Device device = new HeapDevice();

    @Test
    void forwardGivesEachIdItsRow() {
        Layer embedding = embedding(3, 2);
        weight(embedding).value().set(1, 2, 3, 4, 5, 6);
        Tensor y = embedding.forward(ids(), Pass.training(1, 0));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 3, 2));
        assertThat(y.toArray()).containsExactly(5, 6, 1, 2, 5, 6, 3, 4, 5, 6, 3, 4);
    }

    @Test
    void backwardAddsUpWhatComesBackToEachId() {
        Layer embedding = embedding(3, 2);
        embedding.forward(ids(), Pass.training(1, 0));
        Tensor dY = Tensor.of(device, Shape.of(2, 3, 2), 1, 2, 10, 20, 3, 4, 100, 200, 5, 6, 300, 400);
        assertThat(embedding.backward(dY).shape()).isEqualTo(Shape.of(2, 0));
        // Id 0: once. Id 1: 100 + 300, 200 + 400. Id 2: 1 + 3 + 5, 2 + 4 + 6.
        assertThat(weight(embedding).gradient().toArray()).containsExactly(10, 20, 400, 600, 9, 12);
        embedding.backwardToParameters(dY);
        assertThat(weight(embedding).gradient().toArray()).containsExactly(20, 40, 800, 1200, 18, 24);
    }

    @Test
    void backwardMatchesFiniteDifferences() {
        Layer embedding = embedding(4, 3);
        embedding.forward(ids(), Pass.training(1, 0));
        float[] slopes = Numbers.between(18, 1);
        embedding.backward(Tensor.of(device, Shape.of(2, 3, 3), slopes));
        double[] table = DoubleNetwork.doubles(weight(embedding).value());
        GradientCheck.assertMatches("dW", weight(embedding).gradient().toArray(), table, () -> {
            double sum = 0;
            for (int i = 0; i < slopes.length; i++) {
                sum += slopes[i] * table[((int) IDS[i / 3]) * 3 + i % 3];
            }
            return sum;
        });
    }

    @Test
    void aShortBatchUsesItsOwnRows() {
        Layer embedding = embedding(3, 2);
        weight(embedding).value().set(1, 2, 3, 4, 5, 6);
        embedding.forward(ids(), Pass.training(1, 0));
        Tensor y = embedding.forward(Tensor.of(device, Shape.of(1, 3), 1, 1, 0), Pass.training(1, 1));
        assertThat(y.shape()).isEqualTo(Shape.of(1, 3, 2));
        assertThat(y.toArray()).containsExactly(3, 4, 3, 4, 1, 2);
        embedding.backward(Tensor.of(device, Shape.of(1, 3, 2), 1, 1, 1, 1, 1, 1));
        assertThat(weight(embedding).gradient().toArray()).containsExactly(1, 1, 2, 2, 0, 0);
    }

    @Test
    void theTableIsNamedAndStoredAsInPyTorch() {
        Parameter weight = weight(embedding(3, 2));
        assertThat(weight.name()).isEqualTo("embedding1.weight");
        assertThat(weight.kind()).isEqualTo(Parameter.Kind.WEIGHT);
        assertThat(weight.storedShape()).isEqualTo(Shape.of(3, 2));
        assertThat(weight.stored()).containsExactly(weight.value().toArray());
    }

    @Test
    void initialWeightsAreSmallOnBothSidesOfZero() {
        float[] values = weight(embedding(100, 50)).value().toArray();
        double sum = 0;
        double largest = 0;
        for (float value : values) {
            sum += value;
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isBetween(0.0499, 0.0500001);
        // Five standard deviations of the mean of 5,000 draws.
        assertThat(sum / values.length).isCloseTo(0, within(5 * 0.05 / Math.sqrt(3 * 5000)));
    }

    @Test
    void inputOfAnotherShapeIsRefused() {
        Layer embedding = embedding(3, 2);
        assertThatThrownBy(() -> embedding.forward(Tensor.zeros(device, Shape.of(2, 4)), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Embedding input: expected shape [N, 3] but was [2, 4]");
        assertThatThrownBy(() -> new EmbeddingSpec(3, 2).output(Shape.of(3, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Embedding input: expected time steps of ids, [T], but was [3, 1]");
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThat(new EmbeddingSpec(65_536, 65_536).parameters(Shape.of(1))).isEqualTo(1L << 32);
        for (int size : new int[] {0, 65_537}) {
            assertThatThrownBy(() -> new EmbeddingSpec(size, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Embedding vocabulary: expected an integer in [1, 65536] but was " + size);
            assertThatThrownBy(() -> new EmbeddingSpec(1, size))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Embedding units: expected an integer in [1, 65536] but was " + size);
        }
    }

    private Layer embedding(int vocabulary, int units) {
        return new EmbeddingSpec(vocabulary, units)
                .build(new LayerContext(
                        device, Shape.of(3), 2, "embedding1", 0, CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0)));
    }

    private Tensor ids() {
        return Tensor.of(device, Shape.of(2, 3), IDS);
    }

    private static Parameter weight(Layer embedding) {
        return embedding.parameters().get(0);
    }
}
