package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Activation;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RescaleTest {
    private final Device device = new HeapDevice();

    @Test
    void theMeanBecomesZeroAndADeviationAboveItOne() {
        Layer layer = layer(new RescaleSpec(0.5f, 0.25f), Shape.of(3), 2);
        // (x − ½)·4
        Tensor y = layer.forward(Tensor.of(device, Shape.of(2, 3), 0.5f, 0.75f, 0, 1, 0.25f, 0.625f), Pass.INFERENCE);
        assertThat(y.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(y.toArray()).containsExactly(0, 1, -2, 2, -1, 0.5f);
        // dY·4
        Tensor dX = layer.backward(Tensor.of(device, Shape.of(2, 3), 1, 2, 3, 0.5f, -1, 0));
        assertThat(dX.toArray()).containsExactly(4, 8, 12, 2, -4, 0);
    }

    /** Python: {@code (x - 0.1307)/0.3081} of MNIST's black, grey and white. */
    @Test
    void mnistsPixelsAsTheReference() {
        Layer layer = layer(new RescaleSpec(0.1307f, 0.3081f), Shape.of(1, 3, 1), 1);
        float[] y = layer.forward(Tensor.of(device, Shape.of(1, 1, 3, 1), 0, 0.5f, 1), Pass.INFERENCE)
                .toArray();
        double[] expected = {-0.424212917883804, 1.1986368062317428, 2.821486530347290};
        for (int i = 0; i < 3; i++) {
            assertThat((double) y[i]).isCloseTo(expected[i], within(3e-7));
        }
    }

    @Test
    void backwardMatchesFiniteDifferences() {
        float[] values = Numbers.between(6, 1);
        float[] slopes = Numbers.between(6, 2);
        Layer layer = layer(new RescaleSpec(0.3f, 0.7f), Shape.of(3), 2);
        layer.forward(Tensor.of(device, Shape.of(2, 3), values), Pass.training(1, 0));
        float[] gradient =
                layer.backward(Tensor.of(device, Shape.of(2, 3), slopes)).toArray();
        double[] x = new double[6];
        for (int i = 0; i < 6; i++) {
            x[i] = values[i];
        }
        GradientCheck.assertMatches("dX", gradient, x, () -> weighted(x, slopes));
        gradient[2] *= 1.01f;
        assertThatThrownBy(() -> GradientCheck.assertMatches("dX", gradient, x, () -> weighted(x, slopes)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("dX[2]");
    }

    @Test
    void aShortBatchIsAsGoodAsALongOne() {
        Layer layer = layer(new RescaleSpec(0.5f, 0.25f), Shape.of(2), 3);
        layer.forward(Tensor.zeros(device, Shape.of(3, 2)), Pass.INFERENCE);
        assertThat(layer.forward(Tensor.of(device, Shape.of(1, 2), 0.75f, 1), Pass.INFERENCE)
                        .toArray())
                .containsExactly(1, 2);
    }

    @Test
    void theLayerBehindItLearnsFromWhatItGives() {
        NetworkSpec spec = new NetworkSpec(
                Shape.of(2), List.of(new RescaleSpec(0.5f, 0.25f), new DenseSpec(1, Activation.LINEAR)));
        Network network = Network.build(spec, device, 1, 1);
        network.forward(Tensor.of(device, Shape.of(1, 2), 0.75f, 1), Pass.training(1, 0));
        network.backward(Tensor.of(device, Shape.of(1, 1), 3));
        Parameter weight = network.parameters().get(0);
        assertThat(weight.gradient().toArray()).containsExactly(3, 6);
    }

    @Test
    void anInputOfAnotherShapeIsRefused() {
        Layer layer = layer(new RescaleSpec(0, 1), Shape.of(3), 2);
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(device, Shape.of(2, 4)), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Rescale input: expected shape [N, 3] but was [2, 4]");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new RescaleSpec(Float.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rescale mean: expected a number in [-1e6, 1e6] but was NaN");
        assertThatThrownBy(() -> new RescaleSpec(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rescale deviation: expected a number in [1e-6, 1e6] but was 0.0");
    }

    private Layer layer(RescaleSpec spec, Shape input, int batch) {
        CounterRng rng = CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0);
        return spec.build(new LayerContext(device, input, batch, "rescale1", 0, rng));
    }

    /** Σ slope·(x − mean)/deviation in double. */
    private static double weighted(double[] x, float[] slopes) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += slopes[i] * (x[i] - 0.3f) / 0.7f;
        }
        return sum;
    }
}
