package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.CountingDevice;
import feedforward.device.Activation;
import feedforward.layer.ActivationSpec;
import feedforward.layer.AveragePool2dSpec;
import feedforward.layer.BatchNormSpec;
import feedforward.layer.Conv2dSpec;
import feedforward.layer.DenseSpec;
import feedforward.layer.DropoutSpec;
import feedforward.layer.EmbeddingSpec;
import feedforward.layer.FlattenSpec;
import feedforward.layer.GlobalAveragePoolSpec;
import feedforward.layer.GruSpec;
import feedforward.layer.Initialiser;
import feedforward.layer.LayerSpec;
import feedforward.layer.LstmSpec;
import feedforward.layer.MaxPool2dSpec;
import feedforward.layer.Padding;
import feedforward.layer.RescaleSpec;
import feedforward.layer.SimpleRnnSpec;
import feedforward.layer.SoftmaxSpec;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    void valuesPerExampleAreTheInputAndWhatItsLayersKeep() {
        // The input; of the dense layer 10 outputs and their gradients, and 784 gradients of inputs; of the softmax 10
        // and 10.
        assertThat(spec(784, TEN, new SoftmaxSpec()).valuesPerExample()).isEqualTo(784 + 10 + 10 + 784 + 10 + 10);
    }

    @ParameterizedTest
    @MethodSource("oneNetworkPerLayer")
    void valuesPerExampleAreThoseThatLayersAllocate(NetworkSpec spec) {
        assertThat(spec.valuesPerExample())
                .isEqualTo(spec.input().elements() + (allocated(spec, 7) - allocated(spec, 2)) / 5);
    }

    @ParameterizedTest
    @MethodSource("oneNetworkPerLayer")
    void weightsAndValuesAreNearlyAllThatANetworkAllocates(NetworkSpec spec) {
        long counted = 2 * spec.stored() + 100 * spec.valuesPerExample();
        assertThat(allocated(spec, 100) + 100L * spec.input().elements()).isBetween(counted, counted + counted / 50);
    }

    @Test
    void theNetworksOfTheseTestsHaveEveryLayer() {
        Set<Class<?>> layers = oneNetworkPerLayer()
                .flatMap(spec -> spec.layers().stream())
                .map(LayerSpec::getClass)
                .collect(Collectors.toSet());
        assertThat(layers).isEqualTo(kinds(LayerSpec.class).collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(NetworkSpecTest::kinds)
                : Stream.of(sealed);
    }

    private static Stream<NetworkSpec> oneNetworkPerLayer() {
        Shape image = Shape.of(9, 8, 3);
        Stream<NetworkSpec> dense = Arrays.stream(Activation.values())
                .map(activation -> new NetworkSpec(Shape.of(5), List.of(new DenseSpec(11, activation))));
        Stream<NetworkSpec> onVectors = Stream.of(
                        new SoftmaxSpec(),
                        new ActivationSpec(Activation.GELU),
                        new DropoutSpec(0.5f),
                        new BatchNormSpec(),
                        new RescaleSpec(1, 2))
                .map(layer -> spec(13, TEN, layer));
        Stream<NetworkSpec> onImages = Stream.of(
                        new Conv2dSpec(4, 3, Padding.SAME, Activation.RELU),
                        new Conv2dSpec(4, 3, 2, Padding.VALID, Activation.GELU, Initialiser.DEFAULT),
                        new MaxPool2dSpec(2),
                        new AveragePool2dSpec(3, 2),
                        new GlobalAveragePoolSpec(),
                        new FlattenSpec())
                .map(layer ->
                        new NetworkSpec(image, List.of(new Conv2dSpec(3, 1, Padding.SAME, Activation.LINEAR), layer)));
        Stream<NetworkSpec> onSequences = Stream.of(true, false)
                .flatMap(every -> Stream.of(
                        new NetworkSpec(Shape.of(6), List.of(new SimpleRnnSpec(5, 7, every))),
                        new NetworkSpec(Shape.of(6, 4), List.of(new SimpleRnnSpec(5, 0, every))),
                        new NetworkSpec(Shape.of(6), List.of(new LstmSpec(5, 7, every))),
                        new NetworkSpec(Shape.of(6, 4), List.of(new LstmSpec(5, 0, every))),
                        new NetworkSpec(Shape.of(6), List.of(new GruSpec(5, 7, every))),
                        new NetworkSpec(Shape.of(6, 4), List.of(new GruSpec(5, 0, every))),
                        new NetworkSpec(Shape.of(6), List.of(new EmbeddingSpec(7, 3), new LstmSpec(2, 0, every)))));
        return Stream.of(dense, onVectors, onImages, onSequences).flatMap(specs -> specs);
    }

    private static long allocated(NetworkSpec spec, int batch) {
        CountingDevice device = new CountingDevice();
        Network.build(spec, device, batch, 1);
        return device.allocated();
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
