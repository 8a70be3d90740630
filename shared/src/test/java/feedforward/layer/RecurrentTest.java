package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import feedforward.DoubleNetwork;
import feedforward.DoubleRecurrence;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recurrent layers have in common. */
class RecurrentTest {
    private static final int N = 3;
    private static final int STEPS = 5;
    private static final int FEATURES = 2;
    private static final int UNITS = 3;

    private final Device device = new HeapDevice();

    static Stream<Kind> kinds() {
        return Stream.of(SimpleRnnSpec::new, LstmSpec::new, GruSpec::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void backwardMatchesFiniteDifferences(Kind kind) {
        Checked checked = new Checked(kind.spec(UNITS, 0, true));
        for (Parameter parameter : checked.layer.parameters()) {
            if (parameter.learnt()) {
                checked.check(parameter, parameter.gradient().toArray());
            }
        }
        GradientCheck.assertMatches("dX", checked.dX, checked.x, checked::loss);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCheckRefusesAPlantedError(Kind kind) {
        Checked checked = new Checked(kind.spec(UNITS, 0, true));
        Parameter weight = checked.layer.parameters().get(1);
        float[] planted = weight.gradient().toArray();
        planted[0] += 0.001f;
        assertThatThrownBy(() -> checked.check(weight, planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("layer1.weight_hh_l0[0]: expected ");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofTheLastStepAloneEverythingIsAsIfTheOthersDidNotCount(Kind kind) {
        Layer every = layer(kind.spec(UNITS, 0, true), STEPS, N);
        Layer last = layer(kind.spec(UNITS, 0, false), STEPS, N);
        Tensor x = tensor(Shape.of(N, STEPS, FEATURES), 1);
        float[] all = every.forward(x, Pass.training(1, 0)).toArray();
        Tensor y = last.forward(x, Pass.training(1, 0));
        assertThat(y.shape()).isEqualTo(Shape.of(N, UNITS));
        float[] dLast = Numbers.between(N * UNITS, 2);
        float[] dAll = new float[N * STEPS * UNITS];
        for (int row = 0; row < N; row++) {
            int at = (row * STEPS + STEPS - 1) * UNITS;
            assertThat(Arrays.copyOfRange(y.toArray(), row * UNITS, (row + 1) * UNITS))
                    .containsExactly(Arrays.copyOfRange(all, at, at + UNITS));
            System.arraycopy(dLast, row * UNITS, dAll, at, UNITS);
        }
        // Twice, so that what the first left in the steps before would be seen.
        for (int i = 0; i < 2; i++) {
            assertThat(last.backward(Tensor.of(device, Shape.of(N, UNITS), dLast))
                            .toArray())
                    .containsExactly(every.backward(Tensor.of(device, Shape.of(N, STEPS, UNITS), dAll))
                            .toArray());
        }
        assertSameGradients(last, every);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void twoWindowsWithStateCarriedAreOneOfBoth(Kind kind) {
        Layer whole = layer(kind.spec(UNITS, 0, true), 6, N);
        Layer windows = layer(kind.spec(UNITS, 0, true), 3, N);
        Tensor x = tensor(Shape.of(N, 6, FEATURES), 3);
        for (Pass first : List.of(Pass.training(1, 0), Pass.INFERENCE)) {
            float[] expected = whole.forward(x, first).toArray();
            assertThat(windows.forward(window(x, 0), first).toArray()).containsExactly(half(expected, 0));
            assertThat(windows.forward(window(x, 1), first.continuing()).toArray())
                    .containsExactly(half(expected, 1));
            // A pass that does not continue begins at zero again.
            assertThat(windows.forward(window(x, 0), first).toArray()).containsExactly(half(expected, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void judgingBetweenTwoTrainingWindowsChangesNothing(Kind kind) {
        Tensor x = tensor(Shape.of(N, 6, FEATURES), 3);
        Layer judged = layer(kind.spec(UNITS, 0, true), 3, N);
        Layer undisturbed = layer(kind.spec(UNITS, 0, true), 3, N);
        for (Layer layer : List.of(judged, undisturbed)) {
            layer.forward(window(x, 0), Pass.training(1, 0));
        }
        judged.forward(window(x, 1), Pass.INFERENCE);
        judged.forward(window(x, 0), Pass.CONTINUED_INFERENCE);
        Pass next = Pass.training(1, 1).continuing();
        assertThat(judged.forward(window(x, 1), next).toArray())
                .containsExactly(undisturbed.forward(window(x, 1), next).toArray());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsCarriedCanBeTakenOutAndPutInElsewhere(Kind kind) {
        Tensor x = tensor(Shape.of(N, 6, FEATURES), 3);
        Layer stopped = layer(kind.spec(UNITS, 0, true), 3, N);
        stopped.forward(window(x, 0), Pass.training(1, 0));
        Layer resumed = layer(kind.spec(UNITS, 0, true), 3, N);
        assertThat(stopped.carried()).hasSize(kind.isLstm() ? 2 : 1);
        for (int i = 0; i < stopped.carried().size(); i++) {
            assertThat(stopped.carried().get(i).shape()).isEqualTo(Shape.of(N, UNITS));
            resumed.carried().get(i).set(stopped.carried().get(i).toArray());
        }
        Pass next = Pass.training(1, 1).continuing();
        assertThat(resumed.forward(window(x, 1), next).toArray())
                .containsExactly(stopped.forward(window(x, 1), next).toArray());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void idsAreWhatOneHotFeaturesWouldBe(Kind kind) {
        Layer onIds = layer(kind.spec(UNITS, 4, true), Shape.of(STEPS), N);
        Layer onFeatures = layer(kind.spec(UNITS, 0, true), Shape.of(STEPS, 4), N);
        float[] oneHot = Numbers.oneHot(N * STEPS, 4, 5);
        float[] ids = new float[N * STEPS];
        for (int i = 0; i < oneHot.length; i++) {
            ids[i / 4] += oneHot[i] * (i % 4);
        }
        Tensor y = onIds.forward(Tensor.of(device, Shape.of(N, STEPS), ids), Pass.training(1, 0));
        Tensor expected = onFeatures.forward(Tensor.of(device, Shape.of(N, STEPS, 4), oneHot), Pass.training(1, 0));
        assertThat(y.toArray()).containsExactly(expected.toArray());
        Tensor dY = tensor(Shape.of(N, STEPS, UNITS), 6);
        assertThat(onIds.backward(dY).shape()).isEqualTo(Shape.of(N, 0));
        onFeatures.backward(dY);
        assertSameGradients(onIds, onFeatures);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aShortBatchIgnoresWhatALongOneLeftBehind(Kind kind) {
        Layer used = layer(kind.spec(UNITS, 0, true), STEPS, N);
        used.forward(tensor(Shape.of(N, STEPS, FEATURES), 7), Pass.training(1, 0));
        used.backward(tensor(Shape.of(N, STEPS, UNITS), 8));
        used.parameters()
                .forEach(parameter -> parameter
                        .gradient()
                        .set(new float[parameter.gradient().shape().elements()]));
        Layer fresh = layer(kind.spec(UNITS, 0, true), STEPS, 2);
        Tensor x = tensor(Shape.of(2, STEPS, FEATURES), 9);
        Tensor dY = tensor(Shape.of(2, STEPS, UNITS), 10);
        assertThat(used.forward(x, Pass.training(1, 1)).toArray())
                .containsExactly(fresh.forward(x, Pass.training(1, 1)).toArray());
        assertThat(used.backward(dY).toArray())
                .containsExactly(fresh.backward(dY).toArray());
        assertSameGradients(used, fresh);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onePassAddsToTheGradientsOfAnother(Kind kind) {
        Layer twice = layer(kind.spec(UNITS, 0, true), STEPS, N);
        Tensor x = tensor(Shape.of(N, STEPS, FEATURES), 11);
        twice.forward(x, Pass.training(1, 0));
        Tensor dY = tensor(Shape.of(N, STEPS, UNITS), 12);
        twice.backward(dY);
        float[] once = twice.parameters().get(2).gradient().toArray();
        twice.backwardToParameters(dY);
        float[] both = twice.parameters().get(2).gradient().toArray();
        for (int i = 0; i < once.length; i++) {
            assertThat(both[i]).isCloseTo(2 * once[i], within(1e-5f));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPassAllocatesNothing(Kind kind) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Layer layer = layer(kind.spec(UNITS, 0, true), STEPS, N);
        Tensor x = tensor(Shape.of(N, STEPS, FEATURES), 13);
        Tensor dY = tensor(Shape.of(N, STEPS, UNITS), 14);
        Pass pass = Pass.training(1, 0);
        long before = 0;
        for (int i = 0; i < 200; i++) {
            before = i == 100 ? threads.getCurrentThreadAllocatedBytes() : before;
            layer.forward(x, pass);
            layer.backward(dY);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100 * 100);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void inputOfAnotherShapeIsRefused(Kind kind) {
        RecurrentSpec spec = kind.spec(UNITS, 0, true);
        Layer layer = layer(spec, STEPS, N);
        for (Shape shape : List.of(Shape.of(N, STEPS), Shape.of(N, 4, FEATURES), Shape.of(N, STEPS, 1))) {
            assertThatThrownBy(() -> layer.forward(Tensor.zeros(device, shape), Pass.INFERENCE))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage(spec.name() + " input: expected shape [N, 5, 2] but was " + shape);
        }
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(device, Shape.of(N + 1, STEPS, FEATURES)), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        spec.name() + " input: expected at most 3 examples, as it was built for, but was [4, 5, 2]");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void specTellsItsOutputAndRefusesOtherInputs(Kind kind) {
        RecurrentSpec onFeatures = kind.spec(UNITS, 0, false);
        assertThat(onFeatures.output(Shape.of(STEPS, FEATURES))).isEqualTo(Shape.of(UNITS));
        assertThat(kind.spec(UNITS, 0, true).output(Shape.of(STEPS, FEATURES))).isEqualTo(Shape.of(STEPS, UNITS));
        assertThatThrownBy(() -> onFeatures.output(Shape.of(STEPS)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(onFeatures.name() + " input: expected time steps of features, [T, F], but was [5];"
                        + " give the layer a vocabulary if these are ids");
        RecurrentSpec onIds = kind.spec(UNITS, 7, true);
        assertThat(onIds.output(Shape.of(STEPS))).isEqualTo(Shape.of(STEPS, UNITS));
        int learntBiases = onIds instanceof GruSpec ? 2 : 1;
        assertThat(onIds.parameters(Shape.of(STEPS)))
                .isEqualTo((long) onIds.gates() * UNITS * (7 + UNITS + learntBiases));
        assertThat(onIds.stored(Shape.of(STEPS))).isEqualTo((long) onIds.gates() * UNITS * (7 + UNITS + 2));
        assertThatThrownBy(() -> onIds.output(Shape.of(STEPS, FEATURES)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(onIds.name() + " input: expected time steps of ids, [T], but was [5, 2]");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sizesOutOfRangeAreRefused(Kind kind) {
        String name = kind.spec(1, 0, true).name();
        for (int units : new int[] {0, 16_385}) {
            assertThatThrownBy(() -> kind.spec(units, 0, true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(name + " units: expected an integer in [1, 16384] but was " + units);
        }
        for (int vocabulary : new int[] {-1, 65_537}) {
            assertThatThrownBy(() -> kind.spec(1, vocabulary, true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(name + " vocabulary: expected an integer in [0, 65536] but was " + vocabulary);
        }
    }

    private Layer layer(RecurrentSpec spec, int steps, int batch) {
        return layer(spec, Shape.of(steps, FEATURES), batch);
    }

    /** Layers of one kind and size have the same weights. */
    private Layer layer(RecurrentSpec spec, Shape input, int batch) {
        Layer layer = spec.build(
                new LayerContext(device, input, batch, "layer1", 0, CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0)));
        layer.parameters().get(2).value().set(Numbers.between(spec.gates() * UNITS, 20));
        layer.parameters().get(3).value().set(Numbers.between(spec.gates() * UNITS, 21));
        return layer;
    }

    private Tensor tensor(Shape shape, long seed) {
        return Tensor.of(device, shape, Numbers.between(shape.elements(), seed));
    }

    /** Three of the six steps of each row. */
    private Tensor window(Tensor x, int index) {
        return Tensor.of(device, Shape.of(N, 3, FEATURES), part(x.toArray(), 6 * FEATURES, index));
    }

    private static float[] half(float[] y, int index) {
        return part(y, 6 * UNITS, index);
    }

    private static float[] part(float[] values, int row, int index) {
        float[] result = new float[values.length / 2];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i / (row / 2) * row + index * (row / 2) + i % (row / 2)];
        }
        return result;
    }

    private static void assertSameGradients(Layer actual, Layer expected) {
        for (int i = 0; i < expected.parameters().size(); i++) {
            assertThat(actual.parameters().get(i).gradient().toArray())
                    .as(expected.parameters().get(i).name())
                    .containsExactly(expected.parameters().get(i).gradient().toArray());
        }
    }

    /** A kind of recurrent layer. */
    interface Kind {
        RecurrentSpec spec(int units, int vocabulary, boolean returnSequences);

        default boolean isLstm() {
            return spec(1, 0, true) instanceof LstmSpec;
        }
    }

    /** A layer after one pass for the loss Σ dY·Y, whose gradient with respect to Y is dY; and its double. */
    private final class Checked {
        final Layer layer;
        final List<double[]> parameters;
        final double[] x;
        final double[] slopes;
        final DoubleRecurrence mirror;
        final float[] dX;

        Checked(RecurrentSpec spec) {
            layer = layer(spec, STEPS, N);
            Tensor inputs = tensor(Shape.of(N, STEPS, FEATURES), 1);
            Tensor dY = tensor(Shape.of(N, STEPS, UNITS), 2);
            layer.forward(inputs, Pass.training(1, 0));
            dX = layer.backward(dY).toArray();
            parameters = layer.parameters().stream()
                    .map(parameter -> DoubleNetwork.doubles(parameter.value()))
                    .toList();
            x = DoubleNetwork.doubles(inputs);
            slopes = DoubleNetwork.doubles(dY);
            mirror = new DoubleRecurrence(spec, STEPS, FEATURES);
        }

        void check(Parameter parameter, float[] gradient) {
            GradientCheck.assertMatches(
                    parameter.name(),
                    gradient,
                    parameters.get(layer.parameters().indexOf(parameter)),
                    this::loss);
        }

        double loss() {
            double[] y = mirror.forward(parameters, N, x);
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += slopes[i] * y[i];
            }
            return sum;
        }
    }
}
