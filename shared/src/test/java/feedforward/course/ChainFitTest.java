package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.ChainFit.Weights;
import feedforward.data.Curve;
import feedforward.device.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainFitTest {
    private static final List<Weights> TWO = List.of(new Weights(0.5f, 0.25f), new Weights(-2, 1));

    @Test
    void isAModelOfAModel() {
        // x = 1: 0.5·1 + 0.25 = 0.75, then −2·0.75 + 1 = −0.5. With tanh between: tanh 0.75 = 0.63515, −0.27030.
        assertThat(chain(TWO, Activation.LINEAR).outputs(1)).containsExactly(-0.5f);
        assertThat(chain(TWO, Activation.TANH).outputs(1)[0]).isCloseTo(-0.27030f, within(1e-5f));
    }

    @Test
    void withoutActivationItIsOneLine() {
        Weights line = ChainFit.lineOf(TWO);

        // −2·(0.5x + 0.25) + 1 = −x + 0.5.
        assertThat(line).isEqualTo(new Weights(-1, 0.5f));
        assertThat(chain(TWO, Activation.LINEAR).outputs(-1, 0, 0.5f))
                .containsExactly(line.m() * -1 + line.b(), line.b(), line.m() * 0.5f + line.b());
    }

    @Test
    void moreLinearLayersEndAtTheBestLineAndNoLower() {
        ChainFit three = chain(List.of(new Weights(1, 0), new Weights(1, 0), new Weights(0.5f, 0)), Activation.LINEAR);

        for (int i = 0; i < 3_000; i++) {
            three.step();
        }

        assertThat(three.cost()).isCloseTo(LineFit.BEST_COST, within(1e-8));
        assertThat(ChainFit.lineOf(three.weights()).m()).isCloseTo((float) LineFit.BEST.m(), within(1e-4f));
    }

    @Test
    void theFirstStepFollowsTheChainRule() {
        // ŷ = m₂(m₁x + b₁) + b₂: ∂C/∂m₁ = mean(e·m₂·x), ∂C/∂b₁ = mean(e·m₂), ∂C/∂m₂ = mean(e·(m₁x + b₁)), ∂C/∂b₂ =
        // mean(e).
        ChainFit fit = chain(TWO, Activation.LINEAR);
        double[] slopes = new double[4];
        float[] x = Curve.places();
        float[] y = Curve.noisyValues();
        for (int i = 0; i < x.length; i++) {
            double inner = 0.5 * x[i] + 0.25;
            double error = -2 * inner + 1 - y[i];
            slopes[0] += error * -2 * x[i] / x.length;
            slopes[1] += error * -2 / x.length;
            slopes[2] += error * inner / x.length;
            slopes[3] += error / x.length;
        }

        fit.step();

        assertThat(fit.weights().get(0).m()).isCloseTo((float) (0.5 - 0.1 * slopes[0]), within(1e-6f));
        assertThat(fit.weights().get(0).b()).isCloseTo((float) (0.25 - 0.1 * slopes[1]), within(1e-6f));
        assertThat(fit.weights().get(1).m()).isCloseTo((float) (-2 - 0.1 * slopes[2]), within(1e-6f));
        assertThat(fit.weights().get(1).b()).isCloseTo((float) (1 - 0.1 * slopes[3]), within(1e-6f));
    }

    private static ChainFit chain(List<Weights> weights, Activation between) {
        return new ChainFit(weights, between, 0.1f, 40, 1);
    }
}
