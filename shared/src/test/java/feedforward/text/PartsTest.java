package feedforward.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a,b,c", ",", ",,", "a,,b", ",a,"})
    void areThoseThatSplitGives(String text) {
        assertThat(Parts.of(text, ',')).isEqualTo(Arrays.asList(text.split(",", -1)));
    }
}
