package feedforward.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NesterovTest {
    @Test
    void threeStepsByHand() {
        OneParameter w = new OneParameter(new NesterovSpec(0.5f, 0.5f), 1);
        // u = 1; w = 1 − ½·(1 + ½·1)
        assertThat(w.after(1)).containsExactly(0.25f);
        // u = ½·1 + 1 = 1.5; w = 0.25 − ½·(1 + ½·1.5)
        assertThat(w.after(1)).containsExactly(-0.625f);
        // u = ½·1.5 − 2 = −1.25; w = −0.625 − ½·(−2 − ½·1.25)
        assertThat(w.after(-2)).containsExactly(0.6875f);
        assertThat(w.memory(0)).containsExactly(-1.25f);
    }

    /** Python, in double: {@code u = 0.9*u + g; w -= 0.1*(g + 0.9*u)} along {@link OneParameter#GRADIENTS}. */
    @Test
    void fiveStepsAsTheReference() {
        double[] expected = {0.14113929999999997, 0.15906680000000006, 0.8295518500000001};
        float[] actual = OneParameter.afterFiveSteps(new NesterovSpec(0.1f, 0.9f));
        for (int i = 0; i < 3; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(3e-7));
        }
    }
}
