package feedforward.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamTest {
    @Test
    void threeStepsByHand() {
        OneParameter w = new OneParameter(new AdamSpec(1, 0.5f, 0.75f, 1e-8f), 3);
        // m = ½·2 = 1, v = ¼·4 = 1; m/(1 − ½) = 2, v/(1 − ¾) = 4; w = 3 − 2/2
        assertThat(w.after(2)).containsExactly(2);
        // m = ½·1 − ½·1 = 0, v = ¾·1 + ¼·1 = 1; w stays
        assertThat(w.after(-1)).containsExactly(2);
        // m = ½, v = ¾ + ¼ = 1; m/(1 − ⅛) = 4/7, v/(1 − 27/64) = 64/37; w = 2 − (4/7)/(8/√37)
        assertThat(w.after(1)[0]).isCloseTo(1.565517f, within(2e-7f));
        assertThat(w.memory(0)).containsExactly(0.5f);
        assertThat(w.memory(1)).containsExactly(1);
    }

    /** Python, in double: {@code m = 0.9*m + 0.1*g; v = 0.999*v + 0.001*g*g; w -= 0.01*(m/(1 - 0.9**t))/(sqrt(v/(1 - 0.999**t)) + 1e-8)} along {@link OneParameter#GRADIENTS}. */
    @Test
    void fiveStepsAsTheReference() {
        double[] expected = {0.48362645815370703, -0.22732313051666744, 0.9784294421063446};
        float[] actual = OneParameter.afterFiveSteps(AdamSpec.of(0.01f));
        for (int i = 0; i < 3; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(3e-7));
        }
    }
}
