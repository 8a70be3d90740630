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

class MaxPool2dTest {

    @Test
    void eachWindowGivesItsLargestAndItsGradientGoesThere() {
        LayerTrial pool = new LayerTrial(new MaxPool2dSpec(2), Shape.of(2, 5, 1), 1);
        // Windows [1 4; 3 2] and [−1 −5; −2 −1]; the fifth column fills none.
        Tensor y = pool.forward(1, 4, -1, -5, 9, 3, 2, -2, -1, 9);
        assertThat(y.shape()).isEqualTo(Shape.of(1, 1, 2, 1));
        assertThat(y.toArray()).containsExactly(4, -1);
        // −1 is there twice: the first gets the gradient.
        assertThat(pool.backward(y, 5, 7).toArray()).containsExactly(0, 5, 7, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void overlappingWindowsAddTheirGradients() {
        LayerTrial pool = new LayerTrial(new MaxPool2dSpec(2, 1), Shape.of(2, 3, 1), 1);
        Tensor y = pool.forward(0, 5, 0, 0, 0, 0);
        assertThat(y.toArray()).containsExactly(5, 5);
        assertThat(pool.backward(y, 2, 3).toArray()).containsExactly(0, 5, 0, 0, 0, 0);
    }

    @Test
    void channelsArePooledApart() {
        LayerTrial pool = new LayerTrial(new MaxPool2dSpec(2), Shape.of(2, 2, 2), 1);
        assertThat(pool.forward(1, -1, 2, -2, 3, -3, 4, -4).toArray()).containsExactly(4, -1);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 1", "2, 3", "1, 2"})
    void backwardMatchesFiniteDifferences(int size, int stride) {
        LayerTrial pool = new LayerTrial(new MaxPool2dSpec(size, stride), Shape.of(5, 4, 2), 3);
        Tensor inputs = pool.examples(3, 1);
        Tensor y = pool.forward(inputs.toArray());
        float[] dY = Numbers.between(y.shape().elements(), 2);
        float[] dX = pool.backward(y, dY).toArray();
        double[] x = DoubleNetwork.doubles(inputs);
        DoubleImages.Size in = new DoubleImages.Size(3, 5, 4, 2);
        GradientCheck.assertMatches(
                "dX",
                dX,
                x,
                () -> LayerTrial.dot(LayerTrial.doubles(dY), DoubleImages.pool(in, x, size, stride, true)));
        float[] planted = dX.clone();
        planted[largest(planted)] *= 1.01f;
        assertThatThrownBy(() -> GradientCheck.assertMatches(
                        "dX",
                        planted,
                        x,
                        () -> LayerTrial.dot(LayerTrial.doubles(dY), DoubleImages.pool(in, x, size, stride, true))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aShortBatchGivesTheSameAsALongOne() {
        LayerTrial pool = new LayerTrial(new MaxPool2dSpec(2), Shape.of(2, 2, 1), 3);
        Tensor x = pool.examples(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(pool.layer.forward(x, Pass.INFERENCE).toArray()).containsExactly(4, 8, 12);
        Tensor y = pool.layer.forward(x.rows(2), Pass.training(1, 0));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 1, 1, 1));
        assertThat(pool.backward(y, 1, 2).toArray()).containsExactly(0, 0, 0, 1, 0, 0, 0, 2);
    }

    @Test
    void whatIsNoImageOrSmallerThanAWindowIsRefused() {
        assertThatThrownBy(() -> new MaxPool2dSpec(2).output(Shape.of(4, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MaxPool2d input: expected an image [height, width, channels] but was [4, 4];"
                        + " give the network an input such as [28, 28, 1]");
        assertThatThrownBy(() -> new MaxPool2dSpec(3).output(Shape.of(2, 4, 8)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MaxPool2d size: expected at most 2 for images [2, 4, 8] but was 3");
        LayerTrial pool = new LayerTrial(new MaxPool2dSpec(2), Shape.of(4, 4, 1), 1);
        assertThatThrownBy(() -> pool.layer.forward(LayerTrial.zeros(1, 16), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MaxPool2d input: expected shape [N, 4, 4, 1] but was [1, 16]");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new MaxPool2dSpec(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MaxPool2d size: expected an integer in [1, 31] but was 0");
        assertThatThrownBy(() -> new MaxPool2dSpec(2, 32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MaxPool2d stride: expected an integer in [1, 31] but was 32");
        assertThat(new MaxPool2dSpec(2).stride()).isEqualTo(2);
        assertThat(new MaxPool2dSpec(3, 2).output(Shape.of(8, 7, 5))).isEqualTo(Shape.of(3, 3, 5));
        assertThat(new MaxPool2dSpec(2).parameters(Shape.of(8, 8, 5))).isZero();
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
        }
        return best;
    }
}
