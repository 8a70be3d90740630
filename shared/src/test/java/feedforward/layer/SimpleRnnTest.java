package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SimpleRnnTest {
    private final Device device = new HeapDevice();

    @Test
    void eachStepSeesItsInputAndTheStepBefore() {
        Layer rnn = tiny();
        // h = tanh(1·0.5 + 0·2 − 0.25) = tanh 0.25, then tanh(−1·0.5 + 2·tanh 0.25 − 0.25) = tanh(−0.2601626757).
        float[] y = rnn.forward(Tensor.of(device, Shape.of(1, 2, 1), 1, -1), Pass.training(1, 0))
                .toArray();
        assertThat(y[0]).isCloseTo(0.2449186624f, within(1e-7f));
        assertThat(y[1]).isCloseTo(-0.2544476820f, within(1e-7f));
    }

    @Test
    void theGradientOfTheLastStepReachesTheFirst() {
        Layer rnn = tiny();
        rnn.forward(Tensor.of(device, Shape.of(1, 2, 1), 1, -1), Pass.training(1, 0));
        float[] dX = rnn.backward(Tensor.of(device, Shape.of(1, 2, 1), 0, 1)).toArray();
        // dZ2 = 1·(1 − 0.2544476820²) = 0.9352563772; dZ1 = (0.9352563772·2)·(1 − 0.2449186624²) = 1.7583097639.
        assertThat(dX[1]).isCloseTo(0.9352563772f * 0.5f, within(2e-7f));
        assertThat(dX[0]).isCloseTo(1.7583097639f * 0.5f, within(2e-7f));
        // W: 1·dZ1 − 1·dZ2; U: h1·dZ2; b: dZ1 + dZ2.
        assertThat(gradient(rnn, 0)[0]).isCloseTo(1.7583097639f - 0.9352563772f, within(2e-7f));
        assertThat(gradient(rnn, 1)[0]).isCloseTo(0.2449186624f * 0.9352563772f, within(2e-7f));
        assertThat(gradient(rnn, 2)[0]).isCloseTo(1.7583097639f + 0.9352563772f, within(3e-7f));
    }

    @Test
    void outputAndGradientsAreTheReferenceNumbers() {
        RecurrentReference reference = new RecurrentReference(new SimpleRnnSpec(2, 0, true));
        reference.assertOutput(
                -0.0908135609,
                0.249960889,
                -0.619963388,
                0.726637648,
                -0.140137199,
                0.633516951,
                -0.38690444,
                0.703963422,
                -0.723542067,
                0.8030625,
                0.739849735,
                0.697833161,
                0.239313174,
                0.81191722,
                0.504104381,
                0.787317324);
        reference.assertGradient(0, 0.320846793, 0.263295349, 0.317386718, -0.430389656, -0.207418046, 0.0749507616);
        reference.assertGradient(1, -0.13494423, 0.00888518632, -0.529336894, -0.256438064);
        reference.assertGradient(2, -0.43484809, -0.713653036);
        reference.assertGradient(3, 0, 0);
        reference.assertInputGradient(
                -0.087396813,
                0.358306918,
                -0.387318642,
                -0.0784027649,
                0.126490901,
                -0.0651905746,
                0.490961396,
                -0.5530113,
                0.0620478011,
                -0.284565373,
                0.361568815,
                -0.0953859627,
                -0.0378218329,
                -0.101680126,
                0.204134713,
                -0.0198178504,
                0.0959044065,
                -0.109048216,
                0.503788383,
                -0.48104154,
                -0.0614607581,
                -0.199457933,
                0.279028408,
                -0.103921663);
    }

    @Test
    void parametersAreNamedAndStoredAsInPyTorch() {
        Layer layer = layer(4, 3, 2, true);
        assertThat(layer.parameters())
                .extracting(Parameter::name)
                .containsExactly("rnn1.weight_ih_l0", "rnn1.weight_hh_l0", "rnn1.bias_ih_l0", "rnn1.bias_hh_l0");
        assertThat(layer.parameters())
                .extracting(Parameter::storedShape)
                .containsExactly(Shape.of(2, 3), Shape.of(2, 2), Shape.of(2), Shape.of(2));
        assertThat(layer.parameters())
                .extracting(Parameter::kind)
                .containsExactly(
                        Parameter.Kind.WEIGHT, Parameter.Kind.WEIGHT, Parameter.Kind.OFFSET, Parameter.Kind.STATISTIC);
        assertThat(new SimpleRnnSpec(2, 0, true).parameters(Shape.of(4, 3))).isEqualTo(2 * (3 + 2 + 1));
        assertThat(new SimpleRnnSpec(2, 0, true).stored(Shape.of(4, 3))).isEqualTo(2 * (3 + 2 + 2));
    }

    @Test
    void initialWeightsAreGlorotsAndNoneIsDrawnTwice() {
        Layer layer = layer(1, 50, 40, true);
        float[] w = layer.parameters().get(0).value().toArray();
        float[] u = layer.parameters().get(1).value().toArray();
        assertThat(largest(w)).isCloseTo(Math.sqrt(6.0 / (50 + 1 * 40)), within(2e-4));
        assertThat(largest(u)).isCloseTo(Math.sqrt(6.0 / (40 + 1 * 40)), within(2e-4));
        assertThat(u[0] / largest(u)).isNotCloseTo(w[0] / largest(w), within(1e-4));
        assertThat(layer.parameters().get(2).value().toArray()).containsOnly(0);
        assertThat(layer.parameters().get(3).value().toArray()).containsOnly(0);
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private Layer tiny() {
        Layer rnn = layer(2, 1, 1, true);
        set(rnn, new float[] {0.5f}, new float[] {2}, new float[] {-0.25f});
        return rnn;
    }

    private Layer layer(int steps, int features, int units, boolean sequences) {
        return new SimpleRnnSpec(units, 0, sequences)
                .build(new LayerContext(
                        device,
                        Shape.of(steps, features),
                        2,
                        "rnn1",
                        0,
                        CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0)));
    }

    private static void set(Layer layer, float[]... values) {
        for (int i = 0; i < values.length; i++) {
            layer.parameters().get(i).value().set(values[i]);
        }
    }

    private static float[] gradient(Layer layer, int parameter) {
        return layer.parameters().get(parameter).gradient().toArray();
    }
}
