package feedforward.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.device.Activation;
import feedforward.tensor.CounterRng;
import feedforward.tensor.Shape;
import org.junit.jupiter.api.Test;

class InitialiserTest {
    private static final int COUNT = 100_000;
    private static final Initialiser.Fan FAN = new Initialiser.Fan(50, 100);

    @Test
    void glorotsVarianceIsTwoOverTheSumOfTheFans() {
        // Uniform in ±√(6 / 150) = ±0.2: variance 0.04 / 3.
        assertUniform(new Initialiser.Glorot(), 0.2);
    }

    @Test
    void hesVarianceIsTwoOverTheFanIn() {
        // Uniform in ±√(6 / 50) = ±0.3464: variance 0.04.
        assertUniform(new Initialiser.He(), Math.sqrt(0.12));
    }

    @Test
    void uniformWeightsKeepToTheirLimit() {
        assertUniform(new Initialiser.Uniform(0.05f), 0.05);
    }

    @Test
    void constantWeightsAreAllAlike() {
        assertThat(draw(new Initialiser.Constant(0.1f))).hasSize(COUNT).containsOnly(0.1f);
        assertThat(draw(Initialiser.ZEROS)).containsOnly(0);
    }

    @Test
    void aDenseLayerStartsAsItsDescriptionSays() {
        DenseSpec spec = new DenseSpec(3, Activation.RELU, new Initialiser.Constant(0.5f));
        LayerTrial dense = new LayerTrial(spec, Shape.of(2), 1);
        assertThat(dense.value(0)).hasSize(6).containsOnly(0.5f);
        assertThat(dense.value(1)).containsOnly(0);
        LayerTrial he = new LayerTrial(new DenseSpec(1, Activation.RELU, new Initialiser.He()), Shape.of(2), 1);
        LayerTrial glorot = new LayerTrial(new DenseSpec(1, Activation.RELU), Shape.of(2), 1);
        // √(6 / 2) against √(6 / 3).
        assertThat(he.value(0)[0] / glorot.value(0)[0]).isCloseTo((float) Math.sqrt(1.5), within(1e-6f));
    }

    @Test
    void aConvolutionsFansCountTheKernelsPlaces() {
        Conv2dSpec spec = new Conv2dSpec(8, 5, 1, Padding.VALID, Activation.RELU, new Initialiser.He());
        LayerTrial conv = new LayerTrial(spec, Shape.of(5, 5, 6), 1);
        // ±√(6 / (25·6)) = ±0.2.
        float largest = 0;
        for (float weight : conv.value(0)) {
            largest = Math.max(largest, Math.abs(weight));
        }
        assertThat(largest).isBetween(0.199f, 0.2f);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        for (float limit : new float[] {0, -1, 101, Float.NaN}) {
            assertThatThrownBy(() -> new Initialiser.Uniform(limit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Initialiser limit: expected a number in (0, 100] but was " + limit);
        }
        for (float value : new float[] {-101, 101, Float.NaN}) {
            assertThatThrownBy(() -> new Initialiser.Constant(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Initialiser value: expected a number in [-100, 100] but was " + value);
        }
    }

    private static float[] draw(Initialiser initialiser) {
        return initialiser.draw(COUNT, FAN, CounterRng.of(1, CounterRng.Stream.WEIGHTS, 0));
    }

    /** Mean 0 and variance limit² / 3, both within five standard deviations. */
    private static void assertUniform(Initialiser initialiser, double limit) {
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (float weight : draw(initialiser)) {
            sum += weight;
            squares += weight * (double) weight;
            largest = Math.max(largest, Math.abs(weight));
        }
        assertThat(largest).isBetween(0.999 * limit, limit + 1e-8);
        assertThat(sum / COUNT).isCloseTo(0, within(5 * limit / Math.sqrt(3.0 * COUNT)));
        assertThat(squares / COUNT).isCloseTo(limit * limit / 3, within(5 * 0.3 * limit * limit / Math.sqrt(COUNT)));
    }
}
