package feedforward.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RmsPropTest {
    @Test
    void threeStepsByHand() {
        OneParameter w = new OneParameter(new RmsPropSpec(0.5f, 0.9375f, 1e-8f), 1);
        // u = 16/16 = 1; w = 1 − ½·4/1
        assertThat(w.after(4)).containsExactly(-1);
        // u = 15/16·1 + 49/16 = 4; w = −1 + ½·7/2
        assertThat(w.after(-7)).containsExactly(0.75f);
        // u = 15/16·4 + 196/16 = 16; w = 0.75 − ½·14/4
        assertThat(w.after(14)).containsExactly(-1);
        assertThat(w.memory(0)).containsExactly(16);
    }

    /** Python, in double: {@code u = 0.9*u + 0.1*g*g; w -= 0.01*g/(sqrt(u) + 1e-8)} along {@link OneParameter#GRADIENTS}. */
    @Test
    void fiveStepsAsTheReference() {
        double[] expected = {0.4713198870318753, -0.2313433954540741, 0.9575410753121565};
        float[] actual = OneParameter.afterFiveSteps(RmsPropSpec.of(0.01f));
        for (int i = 0; i < 3; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(3e-7));
        }
    }
}
