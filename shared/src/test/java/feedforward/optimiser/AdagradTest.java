package feedforward.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdagradTest {
    @Test
    void threeStepsByHand() {
        OneParameter w = new OneParameter(AdagradSpec.of(0.5f), 1);
        // u = 9; w = 1 − ½·3/3
        assertThat(w.after(3)).containsExactly(0.5f);
        // u = 9 + 16 = 25; w = 0.5 − ½·4/5
        assertThat(w.after(4)).containsExactly(0.5f - 0.4f);
        // u = 25 + 144 = 169; w = 0.1 − ½·12/13
        assertThat(w.after(12)).containsExactly((0.5f - 0.4f) - 6f / 13f);
        assertThat(w.memory(0)).containsExactly(169);
    }

    /** Python, in double: {@code u += g*g; w -= 0.1*g/(sqrt(u) + 1e-10)} along {@link OneParameter#GRADIENTS}. */
    @Test
    void fiveStepsAsTheReference() {
        double[] expected = {0.4085999630151701, -0.18837952758604198, 0.8676242251948263};
        float[] actual = OneParameter.afterFiveSteps(AdagradSpec.of(0.1f));
        for (int i = 0; i < 3; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(3e-7));
        }
    }
}
