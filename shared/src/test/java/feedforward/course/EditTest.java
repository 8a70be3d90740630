package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EditTest {
    @Test
    void readsBackWhatItWrites() {
        assertRoundTrip(new Edit.Rate(120, 0.1f), "120_rate_0.1");
        assertRoundTrip(new Edit.Penalties(0, 0, 0.001f), "0_penalties_0_0.001");
        assertRoundTrip(new Edit.Weight(7, 2, 31, -0.5f), "7_weight_2_31_-0.5");
        assertRoundTrip(new Edit.Weight(7, 0, 0, 12), "7_weight_0_0_12");
    }

    /** A third has no short decimal, the largest and the smallest floats none of nine places. */
    @Test
    void keepsEveryBitOfANumber() {
        for (float value : new float[] {1 / 3f, Float.MAX_VALUE, Float.MIN_VALUE, 0.1f + 0.2f, 16777217, -0f}) {
            Edit edit = new Edit.Weight(1, 0, 0, value);
            assertThat(Edit.parse(edit.text())).isEqualTo(edit);
        }
    }

    @Test
    void refusesWhatIsNoEdit() {
        for (String text : new String[] {
            "",
            "120",
            "120_rate",
            "-1_rate_0.1",
            "x_rate_0.1",
            "1_rate_NaN",
            "1_weight_0_0",
            "1_weight_0_-1_2",
            "1_bias_0"
        }) {
            assertThatThrownBy(() -> Edit.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"120_rate_0.1\"")
                    .hasMessageContaining('"' + text + '"');
        }
    }

    private static void assertRoundTrip(Edit edit, String text) {
        assertThat(edit.text()).isEqualTo(text);
        assertThat(Edit.parse(text)).isEqualTo(edit);
    }
}
