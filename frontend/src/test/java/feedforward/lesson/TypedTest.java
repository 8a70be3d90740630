package feedforward.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {
    @Test
    void numbersAreReadAsStudentsTypeThem() {
        assertThat(Typed.number(" 0,25 ")).contains(0.25);
        assertThat(Typed.number("−1.5")).contains(-1.5);
        assertThat(Typed.number("90 %")).contains(90.0);
        assertThat(Typed.number("1,234.5")).contains(1234.5);
    }

    @Test
    void whatIsNoFiniteNumberIsNone() {
        assertThat(Typed.number("")).isEmpty();
        assertThat(Typed.number("one half")).isEmpty();
        assertThat(Typed.number("NaN")).isEmpty();
        assertThat(Typed.number("1e999")).isEmpty();
    }

    @Test
    void learningRatesAreAboveZeroAndUpToTen() {
        assertThat(Typed.learningRate("10")).contains(10f);
        assertThat(Typed.learningRate("0")).isEmpty();
        assertThat(Typed.learningRate("1e-60")).as("0 as a float").isEmpty();
        assertThat(Typed.learningRate("10.1")).isEmpty();
        assertThat(Typed.learningRate("1e-50")).isEmpty();
    }

    @Test
    void wholeNumbersMayBeGrouped() {
        assertThat(Typed.whole("50,000")).isEqualTo(50_000);
        assertThat(Typed.whole("784.5")).isEqualTo(-1);
        assertThat(Typed.whole("-3")).isEqualTo(-1);
    }
}
