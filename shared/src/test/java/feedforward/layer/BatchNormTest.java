package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.DoubleImages;
import feedforward.DoubleNetwork;
import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import feedforward.tensor.ShapeException;
import feedforward.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    private static final int SCALE = 0;
    private static final int SHIFT = 1;
    private static final int MEAN = 2;
    private static final int VARIANCE = 3;

    @Test
    void inTrainingEachColumnIsNormalisedByItsOwnStatistics() {
        LayerTrial norm = new LayerTrial(new BatchNormSpec(), Shape.of(2), 2);
        // Column 0: mean 2, variance 1; column 1: mean 10, variance 0. (1 − 2) / √(1 + 10⁻⁵) = −0.999995; 0 / √10⁻⁵ =
        // 0.
        Tensor y = norm.forward(1, 10, 3, 10);
        assertThat(y.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(y.toArray()).containsExactly(new float[] {-0.999995f, 0, 0.999995f, 0}, within(1e-7f));
    }

    /** Python: mean, variance and (x − mean) / sqrt(variance + 1e-5)·γ + β column by column, in double. */
    @Test
    void trainingGivesTheReferenceNumbers() {
        LayerTrial norm = new LayerTrial(new BatchNormSpec(), Shape.of(2), 4);
        norm.set(SCALE, 1.5f, -0.5f);
        norm.set(SHIFT, 0.25f, 1);
        Tensor y = norm.forward(LayerTrial.sequence(8, 7, 3, 11));
        assertCloseTo(
                y.toArray(),
                "-0.6159782769972689, 0.3814440878590937, 0.8685559121409063, 1.701030033759694, 2.3530901012790815,"
                        + " 1.2061853040469688, -1.605667736422719, 0.7113405743342438");
        assertThat(norm.value(MEAN)).containsExactly(0, 0);
        norm.layer.backward(y);
        // One tenth of the batch's mean, and 0.9 + one tenth of its variance over 3 in place of 4.
        assertCloseTo(norm.value(MEAN), "-0.0024999999999999996, 0.0125");
        assertCloseTo(norm.value(VARIANCE), "0.91225, 0.91225");
    }

    @Test
    void otherwiseTheRunningStatisticsNormalise() {
        LayerTrial norm = new LayerTrial(new BatchNormSpec(), Shape.of(1, 1, 2), 2);
        assertThat(norm.infer(1, 2).toArray()).containsExactly(new float[] {0.999995f, 1.99999f}, within(1e-6f));
        norm.set(SCALE, 2, 1);
        norm.set(SHIFT, 0, 5);
        norm.set(MEAN, 1, -1);
        norm.set(VARIANCE, 4, 0.25f);
        // 2·(3 − 1) / 2 = 2; (0 + 1) / ½ + 5 = 7; less the little that ε makes of it.
        assertThat(norm.infer(3, 0).toArray()).containsExactly(new float[] {2, 7}, within(1e-4f));
        assertThat(norm.value(MEAN)).containsExactly(1, -1);
    }

    @Test
    void theRunningStatisticsApproachTheDatas() {
        LayerTrial norm = new LayerTrial(new BatchNormSpec(), Shape.of(1), 2);
        for (int step = 0; step < 200; step++) {
            norm.layer.backward(norm.forward(3, 5));
        }
        // Mean 4; the variance of two values one off their mean, unbiased: 2.
        assertThat(norm.value(MEAN)[0]).isCloseTo(4, within(1e-5f));
        assertThat(norm.value(VARIANCE)[0]).isCloseTo(2, within(1e-5f));
    }

    @Test
    void aSingleValueHasNoVarianceToLearnFrom() {
        LayerTrial norm = new LayerTrial(new BatchNormSpec(), Shape.of(1), 2);
        norm.set(SHIFT, 0.75f);
        Tensor y = norm.forward(8);
        assertThat(y.toArray()).containsExactly(0.75f);
        assertThat(norm.backward(y, 1).toArray()).containsExactly(0);
        assertThat(norm.value(MEAN)).containsExactly(0.8f);
        assertThat(norm.value(VARIANCE)).containsExactly(1);
    }

    @Test
    void backwardMatchesFiniteDifferences() {
        LayerTrial norm = new LayerTrial(new BatchNormSpec(), Shape.of(2, 2, 3), 4);
        norm.set(SCALE, 1.5f, -0.5f, 0.8f);
        norm.set(SHIFT, 0.1f, 0.2f, 0.3f);
        Tensor inputs = norm.examples(4, 1);
        float[] dY = Numbers.between(48, 2);
        float[] dX = norm.backward(norm.forward(inputs.toArray()), dY).toArray();
        double[] x = DoubleNetwork.doubles(inputs);
        double[] scale = LayerTrial.doubles(norm.value(SCALE));
        double[] shift = LayerTrial.doubles(norm.value(SHIFT));
        double[] slopes = LayerTrial.doubles(dY);
        GradientCheck.assertMatches("dX", dX, x, () -> loss(slopes, x, scale, shift));
        GradientCheck.assertMatches("dγ", norm.gradient(SCALE), scale, () -> loss(slopes, x, scale, shift));
        GradientCheck.assertMatches("dβ", norm.gradient(SHIFT), shift, () -> loss(slopes, x, scale, shift));
        assertThat(norm.gradient(MEAN)).containsOnly(0);
        assertThat(norm.gradient(VARIANCE)).containsOnly(0);

        // What is left where the statistics are taken for constants: dY·γ / √(σ² + ε).
        float[] planted = new float[48];
        for (int i = 0; i < 48; i++) {
            planted[i] = (float) (slopes[i] * scale[i % 3] / 0.577);
        }
        assertThatThrownBy(() -> GradientCheck.assertMatches("dX", planted, x, () -> loss(slopes, x, scale, shift)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aShortBatchIsNormalisedByItself() {
        LayerTrial used = new LayerTrial(new BatchNormSpec(), Shape.of(2), 5);
        used.forward(Numbers.between(10, 1));
        float[] x = Numbers.between(6, 2);
        LayerTrial fresh = new LayerTrial(new BatchNormSpec(), Shape.of(2), 3);
        Tensor y = used.forward(x);
        assertThat(y.toArray()).containsExactly(fresh.forward(x).toArray());
        assertThat(used.layer.backward(y).shape()).isEqualTo(Shape.of(3, 2));
    }

    @Test
    void parametersAreNamedAsInPyTorchAndTheStatisticsAreNotLearnt() {
        LayerTrial norm = new LayerTrial(new BatchNormSpec(), Shape.of(4, 4, 3), 1);
        assertThat(norm.layer.parameters())
                .extracting("name")
                .containsExactly("bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var");
        assertThat(norm.layer.parameters())
                .extracting(Parameter::kind)
                .containsExactly(
                        Parameter.Kind.OFFSET,
                        Parameter.Kind.OFFSET,
                        Parameter.Kind.STATISTIC,
                        Parameter.Kind.STATISTIC);
        assertThat(norm.value(SCALE)).containsExactly(1, 1, 1);
        assertThat(norm.value(SHIFT)).containsExactly(0, 0, 0);
        assertThat(norm.value(MEAN)).containsExactly(0, 0, 0);
        assertThat(norm.value(VARIANCE)).containsExactly(1, 1, 1);
        assertThat(new BatchNormSpec().parameters(Shape.of(4, 4, 3))).isEqualTo(6);
        assertThat(new BatchNormSpec().stored(Shape.of(4, 4, 3))).isEqualTo(12);
    }

    @Test
    void inputOfAnotherShapeIsRefused() {
        LayerTrial norm = new LayerTrial(new BatchNormSpec(), Shape.of(4, 4, 3), 1);
        assertThatThrownBy(() -> norm.layer.forward(LayerTrial.zeros(1, 48), Pass.INFERENCE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("BatchNorm input: expected shape [N, 4, 4, 3] but was [1, 48]");
        assertThatThrownBy(() -> new BatchNormSpec().output(Shape.of()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("BatchNorm input: expected features, or an image, but was []");
    }

    private static double loss(double[] slopes, double[] x, double[] scale, double[] shift) {
        return LayerTrial.dot(slopes, DoubleImages.normalise(x, scale, shift));
    }

    private static void assertCloseTo(float[] actual, String expected) {
        double[] numbers = LayerTrial.numbers(expected);
        assertThat(actual).hasSize(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat((double) actual[i]).isCloseTo(numbers[i], within(5e-7));
        }
    }
}
