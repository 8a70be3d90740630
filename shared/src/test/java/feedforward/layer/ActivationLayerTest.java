package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Activation;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationLayerTest {

    @Test
    void eachValueGoesThroughTheFunction() {
        LayerTrial relu = new LayerTrial(new ActivationSpec(Activation.RELU), Shape.of(1, 2, 2), 1);
        Tensor y = relu.forward(-1, 2, 0.5f, -3);
        assertThat(y.shape()).isEqualTo(Shape.of(1, 1, 2, 2));
        assertThat(y.toArray()).containsExactly(0, 2, 0.5f, 0);
        assertThat(relu.backward(y, 5, 6, 7, 8).toArray()).containsExactly(0, 6, 7, 0);
    }

    @ParameterizedTest
    @EnumSource
    void backwardMatchesFiniteDifferences(Activation activation) {
        LayerTrial layer = new LayerTrial(new ActivationSpec(activation), Shape.of(7), 3);
        Tensor inputs = layer.examples(3, 1);
        float[] dY = Numbers.between(21, 2);
        float[] dX = layer.backward(layer.forward(inputs.toArray()), dY).toArray();
        double[] x = DoubleNetwork.doubles(inputs);
        GradientCheck.assertMatches("dX", dX, x, () -> loss(activation, x, dY));
        float[] planted = dX.clone();
        planted[4] += 0.01f;
        assertThatThrownBy(() -> GradientCheck.assertMatches("dX", planted, x, () -> loss(activation, x, dY)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("dX[4]");
    }

    @Test
    void aShortBatchGivesTheSameAsALongOne() {
        LayerTrial layer = new LayerTrial(new ActivationSpec(Activation.GELU), Shape.of(2), 3);
        Tensor x = layer.examples(1, 2, 3, 4, 5, 6);
        float[] whole = layer.layer.forward(x, Pass.INFERENCE).toArray();
        Tensor y = layer.layer.forward(x.rows(1), Pass.training(1, 0));
        assertThat(y.toArray()).containsExactly(whole[0], whole[1]);
        assertThat(layer.layer.backward(y).shape()).isEqualTo(Shape.of(1, 2));
    }

    @Test
    void inputOfAnotherShapeIsRefused() {
        LayerTrial layer = new LayerTrial(new ActivationSpec(Activation.GELU), Shape.of(2), 3);
        assertThatThrownBy(() -> layer.layer.forward(LayerTrial.zeros(2, 2, 1), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Activation input: expected shape [N, 2] but was [2, 2, 1]");
        assertThat(new ActivationSpec(Activation.GELU).output(Shape.of(3, 2))).isEqualTo(Shape.of(3, 2));
        assertThat(new ActivationSpec(Activation.GELU).parameters(Shape.of(3, 2)))
                .isZero();
    }

    private static double loss(Activation activation, double[] x, float[] slopes) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += slopes[i] * DoubleNetwork.activated(activation, x[i]);
        }
        return sum;
    }
}
