package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CostFunctionTest {

    /** ½·0.8² = 0.32; −ln 0.2 = 1.609438, slope −0.8/(0.2·0.8) = −5; Huber beyond 1: 1.5 − ½. */
    @ParameterizedTest
    @CsvSource({
        "SQUARED, 0.2, 1, 0.32, -0.8",
        "CROSS_ENTROPY, 0.2, 1, 1.609438, -5",
        "CROSS_ENTROPY, 0.75, 0, 1.386294, 4",
        "ABSOLUTE, 0.2, 1, 0.8, -1",
        "ABSOLUTE, 1, 1, 0, 0",
        "HUBER, 0.2, 1, 0.32, -0.8",
        "HUBER, 1.5, 0, 1, 1"
    })
    void givesCostAndSlope(CostFunction cost, double y, double t, double value, double slope) {
        assertThat(cost.value(y, t)).isCloseTo(value, within(2e-6));
        assertThat(cost.slope(y, t)).isCloseTo(slope, within(2e-5));
    }

    @Test
    void crossEntropyTakesProbabilitiesOnly() {
        assertThat(CostFunction.CROSS_ENTROPY.value(0, 1)).isNaN();
        assertThat(CostFunction.CROSS_ENTROPY.value(1.2, 1)).isNaN();
        assertThat(CostFunction.CROSS_ENTROPY.slope(-0.1, 0)).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void theSlopeIsTheCentralDifference(CostFunction cost) {
        double step = 0.01;
        for (double y : new double[] {0.2, 0.5, 0.85}) {
            double difference = (cost.value(y + step, 1) - cost.value(y - step, 1)) / (2 * step);
            assertThat(cost.slope(y, 1)).as("at " + y).isCloseTo(difference, within(5e-3));
        }
    }
}
