package feedforward.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlotRangeTest {
    @Test
    void ticksAreOneTwoOrFiveOfADecadeAtLeastFourOfThem() {
        assertThat(new PlotRange(0, 1).tickStep()).isEqualTo(0.2);
        assertThat(new PlotRange(-1.05, 1.05).tickStep()).isEqualTo(0.5);
        assertThat(new PlotRange(0, 400).tickStep()).isEqualTo(100);
        assertThat(new PlotRange(0, 400).tickDecimals()).isZero();
        assertThat(new PlotRange(0, 0.05).tickDecimals()).isEqualTo(2);
    }

    @Test
    void aPlaceAndItsValueAreOneAnothers() {
        PlotRange range = new PlotRange(-2, 6);

        assertThat(range.fraction(0)).isEqualTo(0.25);
        assertThat(range.at(0.25)).isZero();
    }

    /** Their ticks would have no end, and the page would hang. */
    @Test
    void refusesWhatHasNoTicks() {
        assertThatThrownBy(() -> new PlotRange(1, 1))
                .hasMessage("PlotRange: expected least < most, both finite, but was 1.0 and 1.0");
        assertThatThrownBy(() -> new PlotRange(0, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new PlotRange(Double.NaN, 1)).hasMessageContaining("NaN");
    }
}
