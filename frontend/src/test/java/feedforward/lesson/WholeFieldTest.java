package feedforward.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeFieldTest {
    private final WholeField epochs = new WholeField("Epochs", 1, 5_000);

    @Test
    void aNumberWithinTheLimitsIsRead() {
        assertThat(epochs.read("1")).contains(1L);
        assertThat(epochs.read(" 5,000 ")).contains(5_000L);
        assertThat(epochs.trouble("5 000")).isEmpty();
    }

    @Test
    void whatIsNoneOrBeyondThemIsToldByName() {
        assertThat(epochs.read("0")).isEmpty();
        assertThat(epochs.read("1.5")).isEmpty();
        assertThat(epochs.trouble("5001"))
                .isEqualTo("Epochs: expected a whole number from 1 to 5,000, but was “5001”.");
        assertThat(epochs.trouble(" abc ")).endsWith(", but was “abc”.");
    }
}
