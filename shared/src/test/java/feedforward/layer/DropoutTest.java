package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.Numbers;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DropoutTest {

    @Test
    void inTrainingValuesAreDroppedByChanceAndTheRestScaled() {
        LayerTrial dropout = new LayerTrial(new DropoutSpec(0.5f), Shape.of(8), 1, 3);
        float[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        // Value i stays where the random number in [0, 1) of (seed, step·100 + layer, i) is at least the rate.
        CounterRng rng = CounterRng.of(7, CounterRng.Stream.DROPOUT, 20 * 100 + 3);
        float[] expected = new float[8];
        for (int i = 0; i < 8; i++) {
            expected[i] = rng.uniform(i) >= 0.5f ? 2 * x[i] : 0;
        }
        Tensor y = dropout.layer.forward(dropout.examples(x), Pass.training(7, 20));
        assertThat(y.toArray()).containsExactly(expected).contains(0f);
        assertThat(dropout.layer.backward(dropout.examples(x)).toArray()).containsExactly(expected);
    }

    /** Bits by a second implementation of the counter, in Python: rate 0.3, seed 1, step 0, layer 0. */
    @Test
    void theMaskIsTheReferences() {
        LayerTrial dropout = new LayerTrial(new DropoutSpec(0.3f), Shape.of(16), 1);
        float[] ones = new float[16];
        Arrays.fill(ones, 1);
        float[] y = dropout.forward(ones).toArray();
        StringBuilder kept = new StringBuilder();
        for (float value : y) {
            kept.append(value == 0 ? '0' : '1');
            assertThat(value).isIn(0f, 1f / (1f - 0.3f));
        }
        assertThat(kept).hasToString("1111111111010111");
    }

    @Test
    void theRateIsTheFractionThatIsDropped() {
        LayerTrial dropout = new LayerTrial(new DropoutSpec(0.3f), Shape.of(100_000), 1);
        float[] ones = new float[100_000];
        Arrays.fill(ones, 1);
        int dropped = 0;
        double sum = 0;
        for (float value : dropout.forward(ones).toArray()) {
            dropped += value == 0 ? 1 : 0;
            sum += value;
        }
        // Five standard deviations: 5·√(0.3·0.7 / 100,000) = 0.0072; the mean stays 1, within that over 0.7.
        assertThat(dropped / 100_000.0).isCloseTo(0.3, within(0.0072));
        assertThat(sum / 100_000).isCloseTo(1, within(0.0104));
    }

    @Test
    void stepsSeedsAndLayersDropOtherValues() {
        float[] ones = new float[64];
        Arrays.fill(ones, 1);
        LayerTrial first = new LayerTrial(new DropoutSpec(0.5f), Shape.of(64), 1, 0);
        LayerTrial second = new LayerTrial(new DropoutSpec(0.5f), Shape.of(64), 1, 1);
        float[] mask =
                first.layer.forward(first.examples(ones), Pass.training(1, 0)).toArray();
        assertThat(first.layer
                        .forward(first.examples(ones), Pass.training(1, 1))
                        .toArray())
                .isNotEqualTo(mask);
        assertThat(first.layer
                        .forward(first.examples(ones), Pass.training(2, 0))
                        .toArray())
                .isNotEqualTo(mask);
        assertThat(second.layer
                        .forward(second.examples(ones), Pass.training(1, 0))
                        .toArray())
                .isNotEqualTo(mask);
        assertThat(first.layer
                        .forward(first.examples(ones), Pass.training(1, 0))
                        .toArray())
                .isEqualTo(mask);
    }

    @Test
    void otherwiseTheInputIsHandedOn() {
        LayerTrial dropout = new LayerTrial(new DropoutSpec(0.9f), Shape.of(2, 2), 1);
        Tensor x = dropout.examples(1, 2, 3, 4);
        assertThat(dropout.layer.forward(x, Pass.INFERENCE)).isSameAs(x);
    }

    /** The layer is linear: dY·(Y(x + e) − Y(x)) = dX·e, exactly for powers of two. */
    @Test
    void backwardIsTheSameFunctionAsForward() {
        LayerTrial dropout = new LayerTrial(new DropoutSpec(0.25f), Shape.of(6), 2);
        float[] dY = Numbers.between(12, 1);
        Tensor y = dropout.forward(dY);
        assertThat(dropout.backward(y, dY).toArray()).containsExactly(y.toArray());
        Tensor one = dropout.layer.forward(dropout.examples(Numbers.between(6, 2)), Pass.training(1, 0));
        assertThat(dropout.backward(one, Numbers.between(6, 3)).shape()).isEqualTo(Shape.of(1, 6));
    }

    @Test
    void aRateOutOfRangeIsRefused() {
        for (float rate : new float[] {-0.1f, 1, Float.NaN}) {
            assertThatThrownBy(() -> new DropoutSpec(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Dropout rate: expected a number in [0, 1) but was " + rate);
        }
        assertThat(new DropoutSpec(0).output(Shape.of(3, 4, 5))).isEqualTo(Shape.of(3, 4, 5));
        assertThat(new DropoutSpec(0.5f).parameters(Shape.of(3))).isZero();
    }

    @Test
    void inputOfAnotherShapeIsRefusedInInferenceToo() {
        LayerTrial dropout = new LayerTrial(new DropoutSpec(0.5f), Shape.of(6), 2);
        assertThatThrownBy(() -> dropout.layer.forward(LayerTrial.zeros(2, 5), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dropout input: expected shape [N, 6] but was [2, 5]");
    }
}
