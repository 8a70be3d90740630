package feedforward.optimiser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SgdTest {
    @Test
    void threeStepsByHand() {
        OneParameter w = new OneParameter(new SgdSpec(0.5f), 1, -2);
        // (1, −2) − ½·(0.5, 1) = (0.75, −2.5)
        assertThat(w.after(0.5f, 1)).containsExactly(0.75f, -2.5f);
        // (0.75, −2.5) − ½·(−1, 0) = (1.25, −2.5)
        assertThat(w.after(-1, 0)).containsExactly(1.25f, -2.5f);
        // (1.25, −2.5) − ½·(2, −4) = (0.25, −0.5)
        assertThat(w.after(2, -4)).containsExactly(0.25f, -0.5f);
    }

    @Test
    void theProductIsRoundedBeforeItIsSubtracted() {
        // 0.1 as float32 is 0.100000001490116; times 5 rounds to 0.5. Fused, the rest −7.45e-9 would survive.
        assertThat(new OneParameter(new SgdSpec(0.1f), 0.5f).after(5)).containsExactly(0);
    }
}
