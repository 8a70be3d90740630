package feedforward.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.Numbers;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.FileLayout;
import feedforward.tensor.NamedTensor;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all optimisers have in common. */
class OptimiserTest {
    private final Device device = new HeapDevice();
    private final Parameter weight = Parameter.matrix(device, "fc1.weight", Shape.of(3, 2));
    private final Parameter bias = Parameter.offset(device, "fc1.bias", Shape.of(2));
    private final Parameter mean =
            Parameter.zeros(device, "bn1.running_mean", Parameter.Kind.STATISTIC, FileLayout.AS_IT_LIES, Shape.of(2));
    private final List<Parameter> parameters = List.of(weight, bias, mean);

    static Stream<OptimiserSpec> optimisers() {
        return Stream.of(
                new SgdSpec(0.1f),
                new MomentumSpec(0.1f, 0.9f),
                new NesterovSpec(0.1f, 0.9f),
                AdagradSpec.of(0.1f),
                RmsPropSpec.of(0.1f),
                AdamSpec.of(0.1f),
                AdamWSpec.of(0.1f, 0.01f));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void whatIsLearntMovesAgainstItsGradientWhichIsZeroAfterwards(OptimiserSpec spec) {
        mean.value().set(7, 8);
        bias.gradient().set(1, -1);
        weight.gradient().set(1, -1, 1, -1, 1, -1);
        spec.build(device, parameters).step(spec.learningRate(), 1);
        for (Parameter learnt : List.of(weight, bias)) {
            float[] moved = learnt.value().toArray();
            for (int i = 0; i < moved.length; i++) {
                assertThat(moved[i] * (i % 2 == 0 ? -1 : 1)).isPositive();
            }
            assertThat(learnt.gradient().toArray()).containsOnly(0);
        }
        assertThat(mean.value().toArray()).containsExactly(7, 8);
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void theRateIsTheStepsNotTheDescriptions(OptimiserSpec spec) {
        weight.gradient().set(1, 1, 1, 1, 1, 1);
        spec.build(device, parameters).step(0, 1);
        assertThat(weight.value().toArray()).containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void anotherOneWithTheSameMemoryGoesOnToTheBit(OptimiserSpec spec) {
        Optimiser whole = spec.build(device, parameters);
        for (int step = 1; step <= 3; step++) {
            fillGradients(step);
            whole.step(spec.learningRate(), step);
        }
        float[] reached = weight.value().toArray();
        List<float[]> memory = whole.memory().stream().map(NamedTensor::stored).toList();
        fillGradients(4);
        whole.step(spec.learningRate(), 4);
        float[] expected = weight.value().toArray();

        Optimiser resumed = spec.build(device, parameters);
        for (int i = 0; i < memory.size(); i++) {
            resumed.memory().get(i).setStored(memory.get(i));
        }
        weight.value().set(reached);
        fillGradients(4);
        resumed.step(spec.learningRate(), 4);
        assertThat(weight.value().toArray()).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void memoryLiesBesideEachLearntParameterAndHasItsLayout(OptimiserSpec spec) {
        List<NamedTensor> memory = spec.build(device, parameters).memory();
        assertThat(memory).hasSize(2 * spec.memoryPerWeight());
        assertThat(memory).allSatisfy(tensor -> {
            assertThat(tensor.name()).matches("[muv]\\.fc1\\.(weight|bias)");
            boolean ofWeight = tensor.name().endsWith("weight");
            assertThat(tensor.storedShape()).isEqualTo(ofWeight ? Shape.of(2, 3) : Shape.of(2));
            assertThat(tensor.value().toArray()).containsOnly(0);
        });
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void aDescriptionWithAnotherRateDiffersInNothingElse(OptimiserSpec spec) {
        OptimiserSpec faster = spec.withLearningRate(1);
        assertThat(faster.learningRate()).isEqualTo(1);
        assertThat(faster).isNotEqualTo(spec).hasSameClassAs(spec);
        assertThat(faster.withLearningRate(0.1f)).isEqualTo(spec);
    }

    @Test
    void weightDecayIsOfWeightsAlone() {
        weight.value().set(1, 1, 1, 1, 1, 1);
        bias.value().set(1, 1);
        Optimiser adamW = AdamWSpec.of(0.5f, 0.5f).build(device, parameters);
        adamW.step(0.5f, 1);
        assertThat(weight.value().toArray()).containsOnly(0.75f);
        assertThat(bias.value().toArray()).containsOnly(1);
    }

    /**
     * numpy.float32, each operation rounded: {@code rate = f(0.1f/(1 − 0.9f**t)); correction = f(1/sqrt(1 − 0.999f**t));
     * w -= (rate*m)/(f(sqrt(v))*correction + 1e-8f)}, the powers in double.
     */
    @Test
    void adamsCorrectionsAreRoundedOnceFromDouble() {
        OneParameter w = new OneParameter(AdamSpec.of(0.1f), 0);
        assertThat(w.after(1)).containsExactly(-0.1f);
        assertThat(w.after(1)).containsExactly(-0.2f);
        assertThat(w.after(-0.5f)).containsExactly(-0.25156534f);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        refused(() -> new MomentumSpec(0.1f, 1), "momentum: expected a number in [0, 1) but was 1.0");
        refused(() -> new NesterovSpec(0.1f, -0.1f), "momentum: expected a number in [0, 1) but was -0.1");
        refused(() -> new AdagradSpec(0.1f, 0), "epsilon: expected a number in (0, 1] but was 0.0");
        refused(() -> new RmsPropSpec(0.1f, Float.NaN, 1e-8f), "decay: expected a number in [0, 1) but was NaN");
        refused(() -> new RmsPropSpec(0.1f, 0.9f, 1.5f), "epsilon: expected a number in (0, 1] but was 1.5");
        refused(() -> new AdamSpec(0.1f, 1, 0.9f, 1e-8f), "beta1: expected a number in [0, 1) but was 1.0");
        refused(() -> new AdamSpec(0.1f, 0.9f, 1, 1e-8f), "beta2: expected a number in [0, 1) but was 1.0");
        refused(() -> new AdamWSpec(0.1f, 0.9f, 0.9f, -1, 0), "epsilon: expected a number in (0, 1] but was -1.0");
        refused(() -> AdamWSpec.of(0.1f, 1.5f), "weightDecay: expected a number in [0, 1] but was 1.5");
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void learningRatesOutOfRangeAreRefused(OptimiserSpec spec) {
        float[] wrong = {Float.NaN, 0, -0.1f, 10.000001f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (float rate : wrong) {
            refused(() -> spec.withLearningRate(rate), "learningRate: expected a number in (0, 10] but was " + rate);
        }
        assertThat(spec.withLearningRate(10).learningRate()).isEqualTo(10);
        assertThat(spec.withLearningRate(Float.MIN_VALUE).learningRate()).isPositive();
    }

    private void fillGradients(int step) {
        weight.gradient().set(Numbers.between(6, step));
        bias.gradient().set(Numbers.between(2, 10 + step));
    }

    private static void refused(Supplier<OptimiserSpec> spec, String message) {
        assertThatThrownBy(spec::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec " + message);
    }
}
