package feedforward.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void aCommaStandsBeforeEveryThirdDigitFromTheRight() {
        assertThat(Digits.grouped(0)).isEqualTo("0");
        assertThat(Digits.grouped(999)).isEqualTo("999");
        assertThat(Digits.grouped(7_850)).isEqualTo("7,850");
        assertThat(Digits.grouped(118_282)).isEqualTo("118,282");
        assertThat(Digits.grouped(Integer.MAX_VALUE)).isEqualTo("2,147,483,647");
        assertThat(Digits.grouped(Long.MAX_VALUE)).isEqualTo("9,223,372,036,854,775,807");
    }

    @Test
    void theMinusSignCountsAsNoDigit() {
        assertThat(Digits.grouped(-1)).isEqualTo("-1");
        assertThat(Digits.grouped(-999)).isEqualTo("-999");
        assertThat(Digits.grouped(-1_000)).isEqualTo("-1,000");
        assertThat(Digits.grouped(-123_456)).isEqualTo("-123,456");
        assertThat(Digits.grouped(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    }
}
