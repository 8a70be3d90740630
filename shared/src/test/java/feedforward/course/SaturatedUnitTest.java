package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.loss.LossKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaturatedUnitTest {

    /** Computed independently in double precision: the course's reference values for w = b = 2 and the rate 0.15. */
    @ParameterizedTest
    @CsvSource({"SQUARED_ERROR, 0.976, 0.933, 0.203", "BINARY_CROSS_ENTROPY, 0.099, 0.026, 0.012"})
    void givesTheReferenceOutputsAfter50And150And300Steps(LossKind cost, float at50, float at150, float at300) {
        SaturatedUnit unit = new SaturatedUnit(cost, 2, 2, 0.15f);

        assertThat(after(unit, 50)).isCloseTo(at50, within(5.1e-4f));
        assertThat(after(unit, 150)).isCloseTo(at150, within(5.1e-4f));
        assertThat(after(unit, 300)).isCloseTo(at300, within(5.1e-4f));
    }

    /** a = σ(4) = 0.982014; cross-entropy's slope along w and b is a, so z falls by 2·0.15·a to 3.705396. */
    @Test
    void oneStepByCrossEntropyIsTheOneByHand() {
        SaturatedUnit unit = new SaturatedUnit(LossKind.BINARY_CROSS_ENTROPY, 2, 2, 0.15f);
        assertThat(unit.output()).isCloseTo(0.982014f, within(1e-6f));

        assertThat(after(unit, 1)).isCloseTo(0.975999f, within(2e-6f));
    }

    private static float after(SaturatedUnit unit, int steps) {
        while (unit.steps() < steps) {
            unit.step();
        }
        return unit.output();
    }
}
