package feedforward.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HexTest {
    @Test
    void hasAsManyDigitsAsAskedFor() {
        assertThat(Hex.of(0x803, 8)).isEqualTo("0x00000803");
        assertThat(Hex.of(-1, 8)).isEqualTo("0xffffffff");
        assertThat(Hex.of(0x1f8b, 4)).isEqualTo("0x1f8b");
        assertThat(Hex.of(0xABC, 2)).isEqualTo("0xbc");
    }
}
