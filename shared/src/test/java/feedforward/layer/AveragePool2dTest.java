package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.DoubleImages;
import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragePool2dTest {

    @Test
    void eachWindowGivesItsMeanAndSharesItsGradient() {
        LayerTrial pool = new LayerTrial(new AveragePool2dSpec(2), Shape.of(2, 5, 1), 1);
        // (1 + 4 + 3 + 2) / 4 and (−1 − 5 − 2 − 1) / 4; the fifth column fills no window.
        Tensor y = pool.forward(1, 4, -1, -5, 9, 3, 2, -2, -1, 9);
        assertThat(y.shape()).isEqualTo(Shape.of(1, 1, 2, 1));
        assertThat(y.toArray()).containsExactly(2.5f, -2.25f);
        assertThat(pool.backward(y, 4, 8).toArray()).containsExactly(1, 1, 2, 2, 0, 1, 1, 2, 2, 0);
    }

    @Test
    void theGlobalPoolGivesTheMeanOfEachChannelOfTheImage() {
        LayerTrial pool = new LayerTrial(new GlobalAveragePoolSpec(), Shape.of(1, 3, 2), 2);
        // Channel 0: (1 + 2 + 6) / 3; channel 1: (10 + 20 + 30) / 3. The second image has half of it.
        Tensor y = pool.forward(1, 10, 2, 20, 6, 30, 0.5f, 5, 1, 10, 3, 15);
        assertThat(y.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(y.toArray()).containsExactly(3, 20, 1.5f, 10);
        Tensor dX = pool.backward(y, 3, 6, 9, 12);
        assertThat(dX.shape()).isEqualTo(Shape.of(2, 1, 3, 2));
        assertThat(dX.toArray()).containsExactly(1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 1", "2, 3", "1, 2"})
    void backwardMatchesFiniteDifferences(int size, int stride) {
        LayerTrial pool = new LayerTrial(new AveragePool2dSpec(size, stride), Shape.of(5, 4, 2), 3);
        Tensor inputs = pool.examples(3, 1);
        Tensor y = pool.forward(inputs.toArray());
        float[] dY = Numbers.between(y.shape().elements(), 2);
        float[] dX = pool.backward(y, dY).toArray();
        double[] x = DoubleNetwork.doubles(inputs);
        DoubleImages.Size in = new DoubleImages.Size(3, 5, 4, 2);
        GradientCheck.assertMatches("dX", dX, x, () -> loss(dY, DoubleImages.pool(in, x, size, stride, false)));
        // A gradient that every place of a window gets whole.
        float[] planted = dX.clone();
        for (int i = 0; i < planted.length; i++) {
            planted[i] *= size == 1 ? 2 : size * size;
        }
        assertThatThrownBy(() -> GradientCheck.assertMatches(
                        "dX", planted, x, () -> loss(dY, DoubleImages.pool(in, x, size, stride, false))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aShortBatchGivesTheSameAsALongOne() {
        LayerTrial pool = new LayerTrial(new GlobalAveragePoolSpec(), Shape.of(2, 1, 1), 3);
        Tensor x = pool.examples(1, 3, 5, 7, 9, 11);
        assertThat(pool.layer.forward(x, Pass.INFERENCE).toArray()).containsExactly(2, 6, 10);
        Tensor y = pool.layer.forward(x.rows(2), Pass.training(1, 0));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 1));
        assertThat(pool.backward(y, 2, 4).toArray()).containsExactly(1, 1, 2, 2);
    }

    @Test
    void whatIsNoImageOrSmallerThanAWindowIsRefused() {
        assertThatThrownBy(() -> new AveragePool2dSpec(2).output(Shape.of(4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("AveragePool2d input: expected an image [height, width, channels] but was [4];"
                        + " give the network an input such as [28, 28, 1]");
        assertThatThrownBy(() -> new GlobalAveragePoolSpec().output(Shape.of(4, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("GlobalAveragePool input: expected an image [height, width, channels] but was [4, 4];"
                        + " give the network an input such as [28, 28, 1]");
        assertThatThrownBy(() -> new AveragePool2dSpec(3).output(Shape.of(2, 4, 8)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("AveragePool2d size: expected at most 2 for images [2, 4, 8] but was 3");
        LayerTrial pool = new LayerTrial(new GlobalAveragePoolSpec(), Shape.of(4, 4, 1), 1);
        assertThatThrownBy(() -> pool.layer.forward(LayerTrial.zeros(1, 4, 4, 2), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("GlobalAveragePool input: expected shape [N, 4, 4, 1] but was [1, 4, 4, 2]");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new AveragePool2dSpec(32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AveragePool2d size: expected an integer in [1, 31] but was 32");
        assertThatThrownBy(() -> new AveragePool2dSpec(2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AveragePool2d stride: expected an integer in [1, 31] but was 0");
        assertThat(new AveragePool2dSpec(2).stride()).isEqualTo(2);
        assertThat(new AveragePool2dSpec(3, 2).output(Shape.of(8, 7, 5))).isEqualTo(Shape.of(3, 3, 5));
        assertThat(new GlobalAveragePoolSpec().parameters(Shape.of(8, 7, 5))).isZero();
    }

    private static double loss(float[] slopes, double[] y) {
        return LayerTrial.dot(LayerTrial.doubles(slopes), y);
    }
}
