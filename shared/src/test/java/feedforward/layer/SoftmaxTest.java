package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
    private final Device device = new HeapDevice();

    @Test
    void equalLogitsShareTheProbability() {
        // e⁰ / 4·e⁰ = ¼, whatever the logits are.
        Tensor y = softmax(4, 2)
                .forward(
                        Tensor.of(device, Shape.of(2, 4), 7, 7, 7, 7, -1e4f, -1e4f, -1e4f, -1e4f), Pass.training(1, 0));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 4));
        assertThat(y.toArray()).containsOnly(0.25f);
    }

    @Test
    void backwardIsTheProbabilityTimesTheSlopeAboveItsMean() {
        Layer softmax = softmax(2, 1);
        // e⁰ : e^ln 3 = 1 : 3, so y = (¼, ¾) within rounding.
        float[] y = softmax.forward(Tensor.of(device, Shape.of(1, 2), 0, 1.0986123f), Pass.training(1, 0))
                .toArray();
        assertThat(y[0]).isCloseTo(0.25f, within(1e-7f));
        assertThat(y[1]).isCloseTo(0.75f, within(1e-7f));
        // dY = (1, 0): Σ dY·y = ¼; dZ = (¼·(1 − ¼), ¾·(0 − ¼)) = (0.1875, −0.1875).
        float[] dZ = softmax.backward(Tensor.of(device, Shape.of(1, 2), 1, 0)).toArray();
        assertThat(dZ[0]).isCloseTo(0.1875f, within(1e-7f));
        assertThat(dZ[1]).isCloseTo(-0.1875f, within(1e-7f));
    }

    /** The softmax of 1, 2, 3 as every textbook has it; here from Python's {@code math.exp}. */
    @Test
    void forwardGivesTheReferenceNumbers() {
        float[] y = softmax(3, 1)
                .forward(Tensor.of(device, Shape.of(1, 3), 1, 2, 3), Pass.training(1, 0))
                .toArray();
        assertThat((double) y[0]).isCloseTo(0.09003057317038046, within(1e-8));
        assertThat((double) y[1]).isCloseTo(0.24472847105479764, within(3e-8));
        assertThat((double) y[2]).isCloseTo(0.6652409557748218, within(6e-8));
    }

    @Test
    void logitsFarApartGiveZeroAndOne() {
        float[] y = softmax(3, 1)
                .forward(Tensor.of(device, Shape.of(1, 3), 1e4f, -1e4f, 0), Pass.training(1, 0))
                .toArray();
        assertThat(y).containsExactly(1, 0, 0);
    }

    @Test
    void backwardMatchesFiniteDifferences() {
        Layer softmax = softmax(5, 4);
        Tensor z = Tensor.of(device, Shape.of(4, 5), Numbers.between(20, 1));
        Tensor dY = Tensor.of(device, Shape.of(4, 5), Numbers.between(20, 2));
        softmax.forward(z, Pass.training(1, 0));
        float[] dZ = softmax.backward(dY).toArray();

        DoubleNetwork mirror = new DoubleNetwork(List.of(new SoftmaxSpec()), List.of());
        double[] logits = DoubleNetwork.doubles(z);
        double[] slopes = DoubleNetwork.doubles(dY);
        GradientCheck.assertMatches("dZ", dZ, logits, () -> {
            double[] y = mirror.forward(4, logits);
            double loss = 0;
            for (int i = 0; i < y.length; i++) {
                loss += slopes[i] * y[i];
            }
            return loss;
        });
    }

    @Test
    void aShortBatchGivesTheSameRowsAsALongOne() {
        Layer softmax = softmax(3, 4);
        float[] logits = Numbers.between(12, 3);
        float[] whole = softmax.forward(Tensor.of(device, Shape.of(4, 3), logits), Pass.training(1, 0))
                .toArray();
        Tensor y = softmax.forward(Tensor.of(device, Shape.of(4, 3), logits).rows(1), Pass.training(1, 0));
        assertThat(y.toArray()).containsExactly(whole[0], whole[1], whole[2]);
        assertThat(softmax.backward(y).shape()).isEqualTo(Shape.of(1, 3));
    }

    @Test
    void itHasNothingToLearn() {
        Layer softmax = softmax(3, 4);
        Tensor y = softmax.forward(Tensor.zeros(device, Shape.of(4, 3)), Pass.training(1, 0));
        softmax.backwardToParameters(y);
        assertThat(softmax.parameters()).isEmpty();
        assertThat(new SoftmaxSpec().parameters(Shape.of(3))).isZero();
        assertThat(new SoftmaxSpec().output(Shape.of(3))).isEqualTo(Shape.of(3));
    }

    @Test
    void inputOfAnotherShapeIsRefused() {
        Layer softmax = softmax(10, 4);
        assertThatThrownBy(() -> softmax.forward(Tensor.zeros(device, Shape.of(4, 9)), Pass.training(1, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Softmax input: expected shape [N, 10] but was [4, 9]");
        assertThatThrownBy(() -> softmax.forward(Tensor.zeros(device, Shape.of(10)), Pass.training(1, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Softmax input: expected shape [N, 10] but was [10]");
        assertThatThrownBy(() -> new SoftmaxSpec().output(Shape.of(2, 5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Softmax input: expected classes, or time steps of classes, but was [2, 5, 1]");
    }

    @Test
    void aBatchLargerThanTheLayerWasBuiltForIsRefused() {
        Layer softmax = softmax(3, 4);
        assertThatThrownBy(() -> softmax.forward(Tensor.zeros(device, Shape.of(5, 3)), Pass.training(1, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Softmax input: expected at most 4 examples, as it was built for, but was [5, 3]");
    }

    private Layer softmax(int classes, int batch) {
        return new SoftmaxSpec()
                .build(new LayerContext(
                        device,
                        Shape.of(classes),
                        batch,
                        "softmax1",
                        0,
                        CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0)));
    }
}
