package feedforward.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamWTest {
    @Test
    void threeStepsByHand() {
        OneParameter w = new OneParameter(new AdamWSpec(1, 0.5f, 0.75f, 1e-8f, 0.5f), 3);
        // As AdamTest's steps, which are 1, 0 and 0.434483, each after w has been halved: 1 − 1·½.
        assertThat(w.after(2)).containsExactly(0.5f);
        assertThat(w.after(-1)).containsExactly(0.25f);
        assertThat(w.after(1)[0]).isCloseTo(0.125f - 0.434483f, within(1e-7f));
    }

    /** Python, in double: {@code w *= 1 - 0.01*0.1; then Adam's step} along {@link OneParameter#GRADIENTS}. */
    @Test
    void fiveStepsAsTheReference() {
        double[] expected = {0.48117105131875687, -0.2261385294544909, 0.9735003592828096};
        float[] actual = OneParameter.afterFiveSteps(AdamWSpec.of(0.01f, 0.1f));
        for (int i = 0; i < 3; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(3e-7));
        }
    }
}
