package feedforward.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SgdTest {
    private final Device device = new HeapDevice();

    @Test
    void threeStepsByHand() {
        Parameter w = parameter(1, -2);
        Optimiser sgd = new SgdSpec(0.5f).build(device);
        // (1, −2) − ½·(0.5, 1) = (0.75, −2.5)
        step(sgd, w, 0.5f, 1);
        assertThat(w.value().toArray()).containsExactly(0.75f, -2.5f);
        // (0.75, −2.5) − ½·(−1, 0) = (1.25, −2.5)
        step(sgd, w, -1, 0);
        assertThat(w.value().toArray()).containsExactly(1.25f, -2.5f);
        // (1.25, −2.5) − ½·(2, −4) = (0.25, −0.5)
        step(sgd, w, 2, -4);
        assertThat(w.value().toArray()).containsExactly(0.25f, -0.5f);
    }

    @Test
    void theProductIsRoundedBeforeItIsSubtracted() {
        // 0.1 as float32 is 0.100000001490116; times 5 rounds to 0.5. Fused, the rest −7.45e-9 would survive.
        Parameter w = parameter(0.5f);
        step(new SgdSpec(0.1f).build(device), w, 5);
        assertThat(w.value().toArray()).containsExactly(0);
    }

    @Test
    void everyParameterMovesAndItsGradientIsZeroAfterwards() {
        Parameter w = parameter(1, 1, 1);
        Parameter b = parameter(5);
        w.gradient().set(1, 2, 3);
        b.gradient().set(-1);
        new SgdSpec(1).build(device).step(List.of(w, b));
        assertThat(w.value().toArray()).containsExactly(0, -1, -2);
        assertThat(b.value().toArray()).containsExactly(6);
        assertThat(w.gradient().toArray()).containsOnly(0);
        assertThat(b.gradient().toArray()).containsOnly(0);
    }

    @Test
    void learningRatesOutOfRangeAreRefused() {
        float[] refused = {Float.NaN, 0, -0.1f, 10.000001f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (float rate : refused) {
            assertThatThrownBy(() -> new SgdSpec(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("RunSpec learningRate: expected a number in (0, 10] but was " + rate);
        }
        assertThat(new SgdSpec(10).learningRate()).isEqualTo(10);
        assertThat(new SgdSpec(Float.MIN_VALUE).learningRate()).isPositive();
    }

    private Parameter parameter(float... values) {
        Parameter parameter = Parameter.offset(device, "w", Shape.of(values.length));
        parameter.value().set(values);
        return parameter;
    }

    private static void step(Optimiser optimiser, Parameter parameter, float... gradient) {
        parameter.gradient().set(gradient);
        optimiser.step(List.of(parameter));
    }
}
