package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DoubleMathTest {
    @Test
    void agreesWithTheLanguagesOwnFunctions() {
        for (double x = -700; x < 700; x += 0.37) {
            assertThat(DoubleMath.exp(x) / StrictMath.exp(x)).as("exp " + x).isCloseTo(1, within(1e-14));
            assertThat(DoubleMath.tanh(x)).as("tanh " + x).isCloseTo(StrictMath.tanh(x), within(1e-14));
            assertThat(DoubleMath.sigmoid(x) * (1 + StrictMath.exp(-x)))
                    .as("sigmoid " + x)
                    .isCloseTo(1, within(1e-14));
        }
        for (double x = 1e-300; x < 1e300; x *= 7.3) {
            assertThat(DoubleMath.log(x) / StrictMath.log(x)).as("log " + x).isCloseTo(1, within(1e-14));
        }
        assertThat(DoubleMath.log(1)).isCloseTo(0, within(1e-15));
    }

    @Test
    void beyondTheRangeOfDoublesNothingOverflows() {
        assertThat(DoubleMath.exp(1e9)).isCloseTo(StrictMath.exp(709), within(1e294));
        assertThat(DoubleMath.exp(-1e9)).isCloseTo(0, within(1e-300));
        assertThat(DoubleMath.tanh(1e9)).isEqualTo(1);
        assertThat(DoubleMath.softmax(new double[] {1000, 1000, -1000}))
                .containsExactly(0.5, 0.5, DoubleMath.exp(-2000) / 2);
    }
}
