package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FlattenTest {

    @Test
    void anImagesChannelsFollowEachOther() {
        LayerTrial flatten = new LayerTrial(new FlattenSpec(), Shape.of(2, 3, 2), 2);
        // Pixels (channel 0, channel 1) row by row: (1, −1), (2, −2), … (6, −6); then (7, −7), …
        Tensor y = flatten.forward(
                1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 9, -9, 10, -10, 11, -11, 12, -12);
        assertThat(y.shape()).isEqualTo(Shape.of(2, 12));
        assertThat(y.toArray())
                .containsExactly(
                        1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6, 7, 8, 9, 10, 11, 12, -7, -8, -9, -10, -11, -12);
        Tensor dX = flatten.layer.backward(y);
        assertThat(dX.shape()).isEqualTo(Shape.of(2, 2, 3, 2));
        assertThat(dX.toArray())
                .containsExactly(
                        1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 9, -9, 10, -10, 11, -11, 12, -12);
    }

    @Test
    void otherExamplesKeepTheirOrder() {
        LayerTrial sequence = new LayerTrial(new FlattenSpec(), Shape.of(3, 2), 1);
        Tensor y = sequence.forward(1, 2, 3, 4, 5, 6);
        assertThat(y.shape()).isEqualTo(Shape.of(1, 6));
        assertThat(y.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(sequence.backward(y, 6, 5, 4, 3, 2, 1).toArray()).containsExactly(6, 5, 4, 3, 2, 1);
        LayerTrial flat = new LayerTrial(new FlattenSpec(), Shape.of(3), 1);
        assertThat(flat.forward(1, 2, 3).toArray()).containsExactly(1, 2, 3);
        LayerTrial grey = new LayerTrial(new FlattenSpec(), Shape.of(2, 2, 1), 1);
        assertThat(grey.forward(1, 2, 3, 4).toArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aShortBatchGivesTheSameAsALongOne() {
        LayerTrial flatten = new LayerTrial(new FlattenSpec(), Shape.of(1, 2, 2), 3);
        Tensor x = flatten.examples(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(flatten.layer.forward(x, Pass.INFERENCE).toArray())
                .containsExactly(1, 3, 2, 4, 5, 7, 6, 8, 9, 11, 10, 12);
        Tensor y = flatten.layer.forward(x.rows(2), Pass.training(1, 0));
        assertThat(y.toArray()).containsExactly(1, 3, 2, 4, 5, 7, 6, 8);
        assertThat(flatten.layer.backward(y).toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void theOutputIsARowOfAllValues() {
        assertThat(new FlattenSpec().output(Shape.of(5, 5, 64))).isEqualTo(Shape.of(1600));
        assertThat(new FlattenSpec().output(Shape.of(7))).isEqualTo(Shape.of(7));
        assertThat(new FlattenSpec().parameters(Shape.of(5, 5, 64))).isZero();
    }

    @Test
    void inputOfAnotherShapeIsRefused() {
        LayerTrial flatten = new LayerTrial(new FlattenSpec(), Shape.of(2, 3, 2), 2);
        assertThatThrownBy(() -> flatten.layer.forward(LayerTrial.zeros(2, 12), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Flatten input: expected shape [N, 2, 3, 2] but was [2, 12]");
    }
}
