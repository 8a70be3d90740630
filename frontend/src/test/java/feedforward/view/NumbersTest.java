package feedforward.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void percentagesHaveTwoDecimals() {
        assertThat(Numbers.percent(0.92046)).isEqualTo("92.05 %");
        assertThat(Numbers.percent(1)).isEqualTo("100.00 %");
        assertThat(Numbers.percent(0)).isEqualTo("0.00 %");
    }

    @Test
    void fixedRoundsHalfUpGroupsAndKeepsTheSign() {
        assertThat(Numbers.fixed(1234.5, 0)).isEqualTo("1,235");
        assertThat(Numbers.fixed(-0.126, 2)).isEqualTo("−0.13");
        assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(3.05, 1)).isEqualTo("3.1");
    }

    /** Costs that grew beyond all bounds: no digits are made up for them. */
    @Test
    void whatNoDigitsCanSayIsSaidAsItIs() {
        assertThat(Numbers.fixed(Double.NaN, 5)).isEqualTo("NaN");
        assertThat(Numbers.significant(Double.NaN)).isEqualTo("NaN");
        assertThat(Numbers.fixed(Double.POSITIVE_INFINITY, 2)).isEqualTo("∞");
        assertThat(Numbers.significant(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
        assertThat(Numbers.fixed(3.7081e21, 5)).isEqualTo("3.71e21");
        assertThat(Numbers.fixed(-9.999e38, 3)).isEqualTo("−1.00e39");
        assertThat(Numbers.fixed(92_233_720_368.5, 5)).isEqualTo("92,233,720,368.50000");
        assertThat(Numbers.rate(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    }

    @Test
    void significantShowsFourDigitsThatCount() {
        assertThat(Numbers.significant(0.28574)).isEqualTo("0.2857");
        assertThat(Numbers.significant(0.00032166)).isEqualTo("0.0003217");
        assertThat(Numbers.significant(12.3456)).isEqualTo("12.35");
        assertThat(Numbers.significant(2.302585)).isEqualTo("2.303");
        assertThat(Numbers.significant(0)).isEqualTo("0.000");
    }

    @Test
    void ratesKeepThreeDigits() {
        assertThat(Numbers.rate(123_456)).isEqualTo("123,000");
        assertThat(Numbers.rate(987.4)).isEqualTo("987");
        assertThat(Numbers.rate(99_960)).isEqualTo("100,000");
    }

    @Test
    void durationsAreRoundedUpToSecondsThenToMinutes() {
        assertThat(Numbers.duration(0.2)).isEqualTo("1 s");
        assertThat(Numbers.duration(41.5)).isEqualTo("42 s");
        assertThat(Numbers.duration(200)).isEqualTo("3 min");
    }

    @Test
    void shortestDecimalsReadBackAsTheSameFloat() {
        assertThat(Numbers.shortest(0.1f)).isEqualTo("0.1");
        assertThat(Numbers.shortest(10f)).isEqualTo("10");
        assertThat(Numbers.shortest(-0.4f)).isEqualTo("−0.4");
        for (float value : new float[] {0.9f, 0.0125f, 1e-4f, 7.3f, 1f / 3}) {
            assertThat((float) Double.parseDouble(Numbers.shortest(value))).isEqualTo(value);
        }
    }
}
