package feedforward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxExportTest {
    private static final NetworkSpec MLP = network(
            Shape.of(7),
            new DenseSpec(5, Activation.RELU),
            new DropoutSpec(0.5f),
            new DenseSpec(3, Activation.LINEAR),
            new SoftmaxSpec());

    /** Sizes without a common factor, so that no two axes can be mistaken for each other. */
    static Stream<NetworkSpec> networks() {
        return Stream.of(
                MLP,
                network(Shape.of(4, 3), new DenseSpec(5, Activation.TANH), new SoftmaxSpec()),
                network(Shape.of(4, 3), new DenseSpec(5, Activation.TANH), new FlattenSpec(), dense()),
                network(Shape.of(7, 8, 3), conv(5, 3, 1, Padding.VALID)),
                network(Shape.of(7, 8, 3), conv(5, 4, 1, Padding.SAME), conv(2, 3, 2, Padding.SAME)),
                network(Shape.of(7, 8, 3), conv(5, 4, 3, Padding.SAME), conv(2, 1, 2, Padding.SAME)),
                network(Shape.of(7, 8, 3), conv(5, 3, 2, Padding.VALID), new FlattenSpec(), dense()),
                network(Shape.of(7, 8, 3), conv(5, 2, 1, Padding.VALID), new MaxPool2dSpec(2), new FlattenSpec()),
                network(Shape.of(7, 8, 3), conv(5, 2, 1, Padding.VALID), new MaxPool2dSpec(3, 2)),
                network(Shape.of(7, 8, 3), conv(5, 2, 1, Padding.VALID), new AveragePool2dSpec(3, 2)),
                network(Shape.of(7, 8, 3), conv(5, 2, 1, Padding.VALID), new GlobalAveragePoolSpec(), dense()),
                network(Shape.of(7, 8, 3), new BatchNormSpec(), new ActivationSpec(Activation.RELU)),
                network(Shape.of(6), new BatchNormSpec(), dense()),
                network(Shape.of(4, 3), new BatchNormSpec(), new ActivationSpec(Activation.SIGMOID)),
                network(Shape.of(2, 3, 2, 4), new BatchNormSpec(), new FlattenSpec(), dense()),
                network(Shape.of(6), new RescaleSpec(0.1307f, 0.3081f), dense()),
                network(Shape.of(4, 3), new SimpleRnnSpec(5, 0, true), dense()),
                network(Shape.of(4, 3), new SimpleRnnSpec(5, 0, false), dense()),
                network(Shape.of(4, 3), new LstmSpec(5, 0, true), new LstmSpec(2, 0, false)),
                network(Shape.of(4, 3), new GruSpec(5, 0, true), new GruSpec(2, 0, false)));
    }

    /** Of seven ids. */
    static Stream<NetworkSpec> networksOfIds() {
        return Stream.of(
                network(Shape.of(4), new EmbeddingSpec(7, 3), dense(), new SoftmaxSpec()),
                network(Shape.of(4), new EmbeddingSpec(7, 3), new GruSpec(5, 0, false)),
                network(Shape.of(4), new SimpleRnnSpec(5, 7, false)),
                network(Shape.of(4), new LstmSpec(5, 7, true), dense(), new SoftmaxSpec()),
                network(Shape.of(4), new GruSpec(5, 7, true)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void onnxruntimeComputesTheSame(NetworkSpec spec) throws OrtException {
        RandomNetwork random = RandomNetwork.of(spec);
        try (OnnxRuntime onnx = new OnnxRuntime(random.onnx())) {
            for (int n : new int[] {1, 5}) {
                float[] x = RandomNetwork.random("x", n * spec.input().elements(), -2, 2);

                float[] y = onnx.run(RandomNetwork.channelsFirst(x, spec.input()), shape(n, spec.input()));

                assertThat(y)
                        .containsExactly(
                                RandomNetwork.channelsFirst(random.forward(x, n), spec.output()), within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networksOfIds")
    void onnxruntimeComputesTheSameOfIds(NetworkSpec spec) throws OrtException {
        RandomNetwork random = RandomNetwork.of(spec);
        try (OnnxRuntime onnx = new OnnxRuntime(random.onnx())) {
            assertThat(onnx.input().type).isEqualTo(OnnxJavaType.INT64);
            for (int n : new int[] {1, 5}) {
                long[] ids = new long[4 * n];
                float[] x = new float[4 * n];
                for (int i = 0; i < ids.length; i++) {
                    int id = (3 * i + 2) % 7;
                    ids[i] = id;
                    x[i] = id;
                }

                float[] y = onnx.run(ids, n, 4);

                assertThat(y).containsExactly(random.forward(x, n), within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationIsTheSame(Activation activation) throws OrtException {
        NetworkSpec spec = network(Shape.of(40), new DenseSpec(30, activation));

        onnxruntimeComputesTheSame(spec);
        onnxruntimeComputesTheSame(network(Shape.of(6), dense(), new ActivationSpec(activation)));
    }

    @Test
    void everyLayerIsCompared() {
        Set<Class<?>> compared = Stream.concat(networks(), networksOfIds())
                .flatMap(network -> network.layers().stream())
                .map(LayerSpec::getClass)
                .collect(Collectors.toSet());

        assertThat(compared).containsExactlyInAnyOrder(kinds(LayerSpec.class).toArray(Class<?>[]::new));
    }

    @Test
    void batchIsSymbolicAndImagesHaveTheirChannelsFirst() throws OrtException {
        try (OnnxRuntime onnx = new OnnxRuntime(RandomNetwork.of(MLP).onnx())) {
            requireTensor(onnx.input(), -1, 7);
            requireTensor(onnx.output(), -1, 3);
        }
        NetworkSpec images = network(Shape.of(7, 8, 3), conv(5, 3, 1, Padding.VALID));
        try (OnnxRuntime onnx = new OnnxRuntime(RandomNetwork.of(images).onnx())) {
            requireTensor(onnx.input(), -1, 3, 7, 8);
            requireTensor(onnx.output(), -1, 5, 5, 6);
        }
    }

    @Test
    void fileSaysVersionsProducerAndMetadata() throws OrtException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("recipe", "mnist-mlp");
        metadata.put("architecture", "{\"ä\":1}");
        byte[] file = OnnxExport.write(MLP, RandomNetwork.of(MLP).weights(), metadata);

        try (OnnxRuntime onnx = new OnnxRuntime(file)) {
            assertThat(onnx.metadata().getCustomMetadata()).isEqualTo(metadata);
            assertThat(onnx.metadata().getProducerName()).isEqualTo("feedforward");
        }
        ProtoMessage model = ProtoMessage.parse(file);
        assertThat(model.integers(1)).containsExactly(8L);
        assertThat(model.messages(8))
                .singleElement()
                .satisfies(opset -> assertThat(opset.integers(2)).containsExactly(17L));
    }

    @Test
    void weightsKeepTheirNamesAndLayouts() {
        NetworkSpec spec = network(
                Shape.of(7, 8, 3), conv(5, 2, 1, Padding.VALID), new FlattenSpec(), dense(), new BatchNormSpec());
        RandomNetwork random = RandomNetwork.of(spec);

        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (ProtoMessage tensor :
                ProtoMessage.parse(random.onnx()).messages(7).get(0).messages(5)) {
            int[] sizes = tensor.integers(1).stream().mapToInt(Long::intValue).toArray();
            shapes.put(tensor.texts(8).get(0), Shape.of(sizes));
        }

        Map<String, Shape> stored = new LinkedHashMap<>();
        random.weights().forEach((name, tensor) -> stored.put(name, tensor.shape()));
        assertThat(shapes).isEqualTo(stored);
    }

    @Test
    void sameNetworkGivesTheSameBytes() {
        assertThat(RandomNetwork.of(MLP).onnx()).isEqualTo(RandomNetwork.of(MLP).onnx());
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        NetworkSpec other = network(Shape.of(7), new DenseSpec(4, Activation.RELU));
        Map<String, StoredTensor> weights = RandomNetwork.of(MLP).weights();

        assertThatThrownBy(() -> OnnxExport.write(other, weights, Map.of()))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Weights \"fc1.weight\": expected shape [4, 7] but was [5, 7]");
        assertThatThrownBy(() -> OnnxExport.write(other, Map.of(), Map.of()))
                .isInstanceOf(WeightsException.class)
                .hasMessage("Weights \"fc1.weight\": expected shape [4, 7] but found only []");
    }

    private static void requireTensor(TensorInfo info, long... shape) {
        assertThat(info.getShape()).containsExactly(shape);
        assertThat(info.getDimensionNames()[0]).isEqualTo("N");
        assertThat(info.type).isEqualTo(OnnxJavaType.FLOAT);
    }

    /** As ONNX has it. */
    private static long[] shape(int n, Shape example) {
        return Arrays.stream(OnnxExport.onnxShape(example).withBatch(n).sizes())
                .asLongStream()
                .toArray();
    }

    /** The records that a sealed interface permits, through the sealed interfaces it permits. */
    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isInterface() ? kinds(kind) : Stream.of(kind));
    }

    private static DenseSpec dense() {
        return new DenseSpec(4, Activation.LINEAR);
    }

    private static Conv2dSpec conv(int filters, int kernel, int stride, Padding padding) {
        return new Conv2dSpec(filters, kernel, stride, padding, Activation.TANH, Initialiser.DEFAULT);
    }

    private static NetworkSpec network(Shape input, LayerSpec... layers) {
        return new NetworkSpec(input, List.of(layers));
    }
}
