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

class LstmTest {
    private final Device device = new HeapDevice();

    @Test
    void theCellIsFilledHalfwayAtEachStep() {
        Layer lstm = halfOpen();
        // i = f = o = σ(0) = ½, g = tanh 20 = 1: c = ½·0 + ½·1 = 0.5, then ½·0.5 + ½·1 = 0.75.
        float[] y = lstm.forward(Tensor.zeros(device, Shape.of(1, 2, 1)), Pass.training(1, 0))
                .toArray();
        assertThat(y[0]).isCloseTo((float) (0.5 * Math.tanh(0.5)), within(1e-7f));
        assertThat(y[1]).isCloseTo((float) (0.5 * Math.tanh(0.75)), within(1e-7f));
    }

    @Test
    void theGradientOfTheLastStepFlowsBackThroughTheForgetGate() {
        Layer lstm = halfOpen();
        lstm.forward(Tensor.zeros(device, Shape.of(1, 2, 1)), Pass.training(1, 0));
        lstm.backward(Tensor.of(device, Shape.of(1, 2, 1), 0, 1));
        // Step 2: d = 1·½·(1 − tanh² 0.75) = 0.2982929041; dZi = d·1·¼, dZf = d·0.5·¼, dZg = 0 since g = 1, dZo = tanh
        // 0.75·¼.
        // Step 1: d = 0.2982929041·½; dZi = d·1·¼, dZf = d·0·¼ = 0, dZo = 0 since dY = 0 and U = 0.
        // b: i 0.2982929041·(¼ + ⅛), f 0.2982929041·⅛, o 0.6351489524·¼.
        float[] db = gradient(lstm, 2);
        assertThat(db[0]).isCloseTo(0.111859839f, within(1e-7f));
        assertThat(db[1]).isCloseTo(0.037286613f, within(1e-7f));
        assertThat(db[2]).isEqualTo(0);
        assertThat(db[3]).isCloseTo(0.158787238f, within(1e-7f));
    }

    @Test
    void theFilesSecondBiasIsAddedToTheFirst() {
        Layer one = halfOpen();
        Layer both = halfOpen();
        one.parameters().get(2).value().set(0.5f, 0.25f, 1, -2);
        both.parameters().get(2).value().set(0.25f, 0.5f, -1, 0);
        both.parameters().get(3).value().set(0.25f, -0.25f, 2, -2);
        Tensor x = Tensor.zeros(device, Shape.of(1, 2, 1));
        assertThat(both.forward(x, Pass.INFERENCE).toArray())
                .containsExactly(one.forward(x, Pass.INFERENCE).toArray());
    }

    @Test
    void outputAndGradientsAreTheReferenceNumbers() {
        RecurrentReference reference = new RecurrentReference(new LstmSpec(2, 0, true));
        reference.assertOutput(
                0.10602705,
                -0.175447264,
                0.267493217,
                -0.309818986,
                0.273590783,
                -0.374851165,
                0.260313529,
                -0.388583818,
                0.165282763,
                -0.136310946,
                0.285153857,
                -0.267874726,
                0.28285966,
                -0.32323592,
                0.265367461,
                -0.327936885);
        reference.assertGradient(
                0,
                0.0399699102,
                -0.0243789104,
                0.0153749822,
                -0.00374664748,
                0.0498143852,
                0.134676133,
                0.0609195356,
                -0.0141865095,
                0.0388934558,
                0.0357795873,
                0.00586066028,
                -0.00433906322,
                0.0341900216,
                -0.149630639,
                0.0363002479,
                0.095629742,
                -0.00400420893,
                0.00545195457,
                0.00203264214,
                0.0307250512,
                -0.012542406,
                0.0756102945,
                -0.00664647883,
                0.0540367165);
        reference.assertGradient(
                1,
                -0.00746561914,
                0.0132098324,
                -0.000216984771,
                0.0183407168,
                -0.0114020728,
                -0.0143440654,
                -0.0119466617,
                0.0443013295,
                0.00320748009,
                -0.0148097437,
                -0.00245612889,
                -0.0212498431,
                0.00678895169,
                0.016518085,
                0.00422241292,
                -0.0533022739);
        reference.assertGradient(
                2,
                -0.0384278807,
                0.0366076834,
                -0.00662143679,
                0.0606514412,
                -0.0621395686,
                0.0232150957,
                -0.0456341433,
                0.112481258);
        reference.assertGradient(3, 0, 0, 0, 0, 0, 0, 0, 0);
        reference.assertInputGradient(
                -0.0866388988,
                -0.0862471081,
                -0.0651737712,
                0.00544655744,
                0.0219297553,
                -0.00426575082,
                0.024010369,
                0.0383571593,
                -0.0138271263,
                -0.028875099,
                -0.0595109716,
                -0.00863855521,
                0.123478455,
                0.108585349,
                0.100254069,
                0.00909205916,
                0.0273174083,
                -0.00041079883,
                0.0235353944,
                0.0401267914,
                -0.00378524123,
                -0.0251409617,
                -0.0544149945,
                -0.0374179225);
    }

    @Test
    void parametersAreNamedAndStoredAsInPyTorch() {
        Layer layer = layer(4, 3, 2, true);
        assertThat(layer.parameters())
                .extracting(Parameter::name)
                .containsExactly("lstm1.weight_ih_l0", "lstm1.weight_hh_l0", "lstm1.bias_ih_l0", "lstm1.bias_hh_l0");
        assertThat(layer.parameters())
                .extracting(Parameter::storedShape)
                .containsExactly(Shape.of(8, 3), Shape.of(8, 2), Shape.of(8), Shape.of(8));
        assertThat(layer.parameters())
                .extracting(Parameter::kind)
                .containsExactly(
                        Parameter.Kind.WEIGHT, Parameter.Kind.WEIGHT, Parameter.Kind.OFFSET, Parameter.Kind.STATISTIC);
        assertThat(new LstmSpec(2, 0, true).parameters(Shape.of(4, 3))).isEqualTo(8 * (3 + 2 + 1));
        assertThat(new LstmSpec(2, 0, true).stored(Shape.of(4, 3))).isEqualTo(8 * (3 + 2 + 2));
    }

    @Test
    void initialWeightsAreGlorotsAndNoneIsDrawnTwice() {
        Layer layer = layer(1, 50, 40, true);
        float[] w = layer.parameters().get(0).value().toArray();
        float[] u = layer.parameters().get(1).value().toArray();
        assertThat(largest(w)).isCloseTo(Math.sqrt(6.0 / (50 + 4 * 40)), within(2e-4));
        assertThat(largest(u)).isCloseTo(Math.sqrt(6.0 / (40 + 4 * 40)), within(2e-4));
        assertThat(u[0] / largest(u)).isNotCloseTo(w[0] / largest(w), within(1e-4));
        // Only the forget gate's bias is not zero.
        float[] bias = layer.parameters().get(2).value().toArray();
        for (int i = 0; i < bias.length; i++) {
            assertThat(bias[i]).isEqualTo(i / 40 == 1 ? 1 : 0);
        }
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
    private Layer halfOpen() {
        Layer lstm = layer(2, 1, 1, true);
        set(lstm, new float[4], new float[4], new float[] {0, 0, 20, 0});
        return lstm;
    }

    private Layer layer(int steps, int features, int units, boolean sequences) {
        return new LstmSpec(units, 0, sequences)
                .build(new LayerContext(
                        device,
                        Shape.of(steps, features),
                        2,
                        "lstm1",
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
