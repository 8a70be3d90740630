package feedforward.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.GradientCheck;
import feedforward.Numbers;
import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.tensor.FileLayout;
import feedforward.tensor.Parameter;
import feedforward.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegulariserTest {
    private final Device device = new HeapDevice();
    private final Parameter weight = Parameter.matrix(device, "fc1.weight", Shape.of(2, 2));
    private final Parameter bias = Parameter.offset(device, "fc1.bias", Shape.of(2));
    private final Parameter mean =
            Parameter.zeros(device, "bn1.running_mean", Parameter.Kind.STATISTIC, FileLayout.AS_IT_LIES, Shape.of(2));

    @Test
    void penaltiesPullWeightsAloneTowardsZero() {
        weight.value().set(2, -4, 0, 1);
        bias.value().set(8, 8);
        mean.value().set(8, 8);
        weight.gradient().set(1, 1, 1, 1);
        // 1 + ¼·w + ½·sign w
        apply(Regularisation.NONE.withPenalties(0.5f, 0.25f));
        assertThat(weight.gradient().toArray()).containsExactly(2, -0.5f, 1, 1.75f);
        assertThat(bias.gradient().toArray()).containsOnly(0);
        assertThat(mean.gradient().toArray()).containsOnly(0);
    }

    @Test
    void penaltiesMatchFiniteDifferences() {
        float[] values = Numbers.between(4, 5);
        weight.value().set(values);
        apply(Regularisation.NONE.withPenalties(0.01f, 0.1f));
        double[] w = new double[4];
        for (int i = 0; i < 4; i++) {
            w[i] = values[i];
        }
        GradientCheck.assertMatches("penalty", weight.gradient().toArray(), w, () -> penalty(w));
        assertThatThrownBy(() ->
                        GradientCheck.assertMatches("penalty", weight.gradient().toArray(), w, () -> 2 * penalty(w)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aLongGradientIsScaledDownToTheLongestAllowed() {
        weight.gradient().set(2, 0, 4, 0);
        bias.gradient().set(0, -4);
        // √(4 + 16 + 16) = 6: all by ½.
        apply(Regularisation.NONE.withClipNorm(3));
        assertThat(weight.gradient().toArray()).containsExactly(1, 0, 2, 0);
        assertThat(bias.gradient().toArray()).containsExactly(0, -2);
    }

    @Test
    void aGradientOfTheLongestAllowedStaysAsItIs() {
        weight.gradient().set(2, 0, 4, 0);
        bias.gradient().set(0, -4);
        apply(Regularisation.NONE.withClipNorm(6));
        assertThat(weight.gradient().toArray()).containsExactly(2, 0, 4, 0);
        assertThat(bias.gradient().toArray()).containsExactly(0, -4);
    }

    @Test
    void aShortGradientIsNotMadeLonger() {
        weight.gradient().set(2, 0, 4, 0);
        bias.gradient().set(0, -4);
        apply(Regularisation.NONE.withClipNorm(12));
        assertThat(weight.gradient().toArray()).containsExactly(2, 0, 4, 0);
        assertThat(bias.gradient().toArray()).containsExactly(0, -4);
    }

    @Test
    void penaltiesComeBeforeClipping() {
        weight.value().set(4, 0, 0, 0);
        // Gradient ½·4 = 2, clipped to 1.
        apply(Regularisation.NONE.withPenalties(0, 0.5f).withClipNorm(1));
        assertThat(weight.gradient().toArray()).containsExactly(1, 0, 0, 0);
    }

    @Test
    void theFactorIsRoundedOnceFromDouble() {
        float[] gradient = Numbers.between(4, 9);
        weight.gradient().set(gradient);
        apply(Regularisation.NONE.withClipNorm(0.1f));
        double squares = 0;
        for (float g : gradient) {
            squares += (double) g * g;
        }
        float factor = (float) (0.1f / Math.sqrt(squares));
        for (int i = 0; i < 4; i++) {
            assertThat(weight.gradient().toArray()[i]).isEqualTo(gradient[i] * factor);
        }
    }

    @Test
    void aGradientWithoutAFiniteLengthIsDivergence() {
        weight.gradient().set(Float.POSITIVE_INFINITY, 0, 0, 0);
        assertThatThrownBy(() -> apply(Regularisation.NONE.withClipNorm(1)))
                .isInstanceOf(DivergedException.class)
                .hasMessage("Training step 7: expected a finite norm of the gradient but was Infinity; try a smaller"
                        + " learning rate");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        refused(() -> Regularisation.NONE.withPenalties(-1, 0), "l1: expected a number in [0, 1] but was -1.0");
        refused(() -> Regularisation.NONE.withPenalties(0, 1.5f), "l2: expected a number in [0, 1] but was 1.5");
        refused(
                () -> Regularisation.NONE.withClipNorm(Float.NaN),
                "clipNorm: expected a number in [0, 1e6] but was NaN");
        refused(
                () -> Regularisation.NONE.withLabelSmoothing(1),
                "labelSmoothing: expected a number in [0, 1) but was 1.0");
        refused(() -> Regularisation.NONE.withAveraging(1), "averaging: expected a number in [0, 1) but was 1.0");
    }

    private static void refused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RunSpec regularisation " + message);
    }

    private void apply(Regularisation regularisation) {
        new Regulariser(device, regularisation, List.of(weight, bias, mean)).apply(7);
    }

    /** λ₁·Σ|w| + ½·λ₂·Σw² with the float32 λ. */
    private static double penalty(double[] w) {
        double sum = 0;
        for (double value : w) {
            sum += 0.01f * Math.abs(value) + 0.1f * value * value / 2;
        }
        return sum;
    }
}
