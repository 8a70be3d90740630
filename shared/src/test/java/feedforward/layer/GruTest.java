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

class GruTest {
    private final Device device = new HeapDevice();

    @Test
    void theStateGoesHalfwayToTheCandidateAtEachStep() {
        Layer gru = halfway();
        // r = z = σ(0) = ½, n = tanh(0 + ½·40) = 1: h = ½·1 + ½·0 = 0.5, then ½·1 + ½·0.5 = 0.75.
        assertThat(gru.forward(Tensor.zeros(device, Shape.of(1, 2, 1)), Pass.training(1, 0))
                        .toArray())
                .containsExactly(0.5f, 0.75f);
    }

    @Test
    void theGradientOfTheLastStepFlowsBackThroughTheUpdateGate() {
        Layer gru = halfway();
        gru.forward(Tensor.zeros(device, Shape.of(1, 2, 1)), Pass.training(1, 0));
        gru.backward(Tensor.of(device, Shape.of(1, 2, 1), 0, 1));
        // n = 1, where tanh is flat: dN = dR = 0. Step 2: dZ = 1·(0.5 − 1)·¼ = −0.125, dH before = 1·½.
        // Step 1: dZ = ½·(0 − 1)·¼ = −0.125. Both biases: z −0.25.
        assertThat(gradient(gru, 2)).containsExactly(0, -0.25f, 0);
        assertThat(gradient(gru, 3)).containsExactly(0, -0.25f, 0);
    }

    @Test
    void outputAndGradientsAreTheReferenceNumbers() {
        RecurrentReference reference = new RecurrentReference(new GruSpec(2, 0, true));
        reference.assertOutput(
                0.510572518,
                -0.42637476,
                0.379074092,
                -0.304655465,
                0.395417559,
                -0.256360483,
                0.486048573,
                -0.264911624,
                0.465065517,
                -0.108134197,
                0.693988311,
                -0.462550293,
                0.771243118,
                -0.679313788,
                0.824038802,
                -0.798646399);
        reference.assertGradient(
                0,
                0.0327466024,
                -0.0119179167,
                -0.0397464308,
                0.0344628113,
                0.200352919,
                0.19189617,
                0.0111501558,
                0.0217875361,
                0.0220645056,
                -0.0852760462,
                0.0858718735,
                -0.243320657,
                -0.00722336256,
                0.00148897001,
                0.00890757539,
                0.0132628358,
                -0.017662199,
                0.0523004161);
        reference.assertGradient(
                1,
                -0.0185778901,
                0.00566934183,
                -0.00631392422,
                -0.0567820753,
                -0.0546093307,
                -0.0495029381,
                0.00809753517,
                -0.0025508499,
                0.0107485222,
                0.0478213446,
                0.0236214233,
                0.0294884666);
        reference.assertGradient(
                2, -0.0306283084, -0.00252194024, -0.0242439389, -0.169948759, -0.17120318, 0.0913813125);
        reference.assertGradient(
                3, -0.0306283084, -0.00252194024, -0.0242439389, -0.169948759, -0.0960010655, 0.0539529245);
        reference.assertInputGradient(
                -0.0522373052,
                0.108962246,
                0.0265114492,
                0.130237684,
                -0.147548895,
                -0.148729711,
                -0.0320281635,
                -0.0190360262,
                -0.0651099361,
                -0.16913432,
                0.241886642,
                0.244837455,
                0.256347547,
                -0.21933883,
                -0.0922750899,
                0.00589535894,
                -0.0711374369,
                -0.108003458,
                -7.56278527e-05,
                -0.0429334096,
                -0.110481506,
                -0.0136605222,
                0.0725501885,
                0.0806662722);
    }

    @Test
    void parametersAreNamedAndStoredAsInPyTorch() {
        Layer layer = layer(4, 3, 2, true);
        assertThat(layer.parameters())
                .extracting(Parameter::name)
                .containsExactly("gru1.weight_ih_l0", "gru1.weight_hh_l0", "gru1.bias_ih_l0", "gru1.bias_hh_l0");
        assertThat(layer.parameters())
                .extracting(Parameter::storedShape)
                .containsExactly(Shape.of(6, 3), Shape.of(6, 2), Shape.of(6), Shape.of(6));
        assertThat(layer.parameters())
                .extracting(Parameter::kind)
                .containsExactly(
                        Parameter.Kind.WEIGHT, Parameter.Kind.WEIGHT, Parameter.Kind.OFFSET, Parameter.Kind.OFFSET);
        assertThat(new GruSpec(2, 0, true).parameters(Shape.of(4, 3))).isEqualTo(6 * (3 + 2 + 2));
        assertThat(new GruSpec(2, 0, true).stored(Shape.of(4, 3))).isEqualTo(6 * (3 + 2 + 2));
    }

    @Test
    void initialWeightsAreGlorotsAndNoneIsDrawnTwice() {
        Layer layer = layer(1, 50, 40, true);
        float[] w = layer.parameters().get(0).value().toArray();
        float[] u = layer.parameters().get(1).value().toArray();
        assertThat(largest(w)).isCloseTo(Math.sqrt(6.0 / (50 + 3 * 40)), within(2e-4));
        assertThat(largest(u)).isCloseTo(Math.sqrt(6.0 / (40 + 3 * 40)), within(2e-4));
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

    /** One unit that looks at its biases alone. */
    private Layer halfway() {
        Layer gru = layer(2, 1, 1, true);
        set(gru, new float[3], new float[3], new float[3], new float[] {0, 0, 40});
        return gru;
    }

    private Layer layer(int steps, int features, int units, boolean sequences) {
        return new GruSpec(units, 0, sequences)
                .build(new LayerContext(
                        device,
                        Shape.of(steps, features),
                        2,
                        "gru1",
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
