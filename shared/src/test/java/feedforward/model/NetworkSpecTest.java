package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.LayerSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {
    private static final LayerSpec TEN = new DenseSpec(10, Activation.LINEAR);

    @Test
    void parametersAreCountedLayerByLayer() {
        // 784·10 + 10; and 784·128 + 128 + 128·128 + 128 + 128·10 + 10.
        LayerSpec hidden = new DenseSpec(128, Activation.RELU);
        assertThat(spec(784, TEN, new SoftmaxSpec()).parameters()).isEqualTo(7850);
        assertThat(spec(784, hidden, hidden, TEN, new SoftmaxSpec()).parameters())
                .isEqualTo(118_282);
    }

    @Test
    void theOutputIsThatOfTheLastLayer() {
        assertThat(spec(784, TEN, new SoftmaxSpec()).output()).isEqualTo(Shape.of(10));
        assertThat(spec(784, TEN, new SoftmaxSpec()).endsInSoftmax()).isTrue();
        assertThat(spec(784, new SoftmaxSpec(), TEN).endsInSoftmax()).isFalse();
    }

    @Test
    void valuesPerExampleAreInputAndOutputs() {
        assertThat(spec(784, TEN, new SoftmaxSpec()).valuesPerExample()).isEqualTo(784 + 10 + 10);
    }

    @Test
    void layersAreCopied() {
        List<LayerSpec> layers = new ArrayList<>(List.of(TEN));
        NetworkSpec spec = new NetworkSpec(Shape.of(2), layers);
        layers.clear();
        assertThat(spec.layers()).containsExactly(TEN);
    }

    @Test
    void noLayersOrTooManyAreRefused() {
        assertRefused(Shape.of(2), List.of()).hasMessage("Network layers: expected 1 to 100 but was 0");
        assertRefused(Shape.of(2), Collections.nCopies(101, TEN))
                .hasMessage("Network layers: expected 1 to 100 but was 101");
        assertThat(new NetworkSpec(Shape.of(2), Collections.nCopies(100, TEN)).layers())
                .hasSize(100);
    }

    @Test
    void aNetworkThatCannotLearnIsRefused() {
        assertRefused(Shape.of(2), List.of(new SoftmaxSpec()))
                .hasMessage("Network layers: expected at least one with weights but was [SoftmaxSpec[]]");
    }

    @Test
    void anEmptyInputIsRefused() {
        assertRefused(Shape.of(0), List.of(TEN)).hasMessage("Network input: expected at least one value but was [0]");
    }

    @Test
    void tooManyParametersAreRefusedEvenWhereAnIntOverflows() {
        LayerSpec wide = new DenseSpec(65_536, Activation.RELU);
        // 1·65,536 + 65,536 and 65,536² + 65,536.
        assertRefused(Shape.of(1), List.of(wide, wide))
                .hasMessage("Network: expected at most 50000000 parameters but was 4295163904");
        assertRefused(Shape.of(50_000_000), List.of(new DenseSpec(1, Activation.RELU)))
                .hasMessage("Network: expected at most 50000000 parameters but was 50000001");
        assertThat(new NetworkSpec(Shape.of(49_999_999), List.of(new DenseSpec(1, Activation.RELU))).parameters())
                .isEqualTo(50_000_000);
    }

    @Test
    void aLayerThatCannotTakeItsInputIsRefused() {
        assertThatThrownBy(() -> new NetworkSpec(Shape.of(28, 28, 1), List.of(TEN)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense input: expected features, or time steps of features, but was [28, 28, 1];"
                        + " add a Flatten layer first");
        assertThatThrownBy(() -> new NetworkSpec(Shape.of(), List.of(TEN))).isInstanceOf(ShapeException.class);
    }

    @Test
    void idsComeInOnlyAtTheFirstLayer() {
        NetworkSpec reading = new NetworkSpec(Shape.of(5), List.of(new EmbeddingSpec(7, 3), new LstmSpec(2, 0, false)));
        assertThat(reading.vocabulary()).isEqualTo(7);
        assertThat(spec(2, TEN).vocabulary()).isZero();
        assertThatThrownBy(() -> spec(5, TEN, new EmbeddingSpec(7, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "Network layers[1]: expected a layer that takes numbers, since ids come in only at the first,"
                                + " but was EmbeddingSpec[vocabulary=7, units=3]");
    }

    private static NetworkSpec spec(int input, LayerSpec... layers) {
        return new NetworkSpec(Shape.of(input), List.of(layers));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Shape input, List<LayerSpec> layers) {
        return assertThatThrownBy(() -> new NetworkSpec(input, layers)).isInstanceOf(IllegalArgumentException.class);
    }
}
