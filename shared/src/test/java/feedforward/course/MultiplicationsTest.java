package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MultiplicationsTest {
    @Test
    void countsThoseOfTheSmallNetwork() {
        // Forward 2·3 + 3·2. Backward 6 (∂v) + 6 (∂h) + 3·2 (∂z) + 6 (∂w). By itself each v: 1, each w: 2 + 2 + 1, each
        // b: 2 + 2.
        assertThat(Multiplications.of(2, 3, 2)).isEqualTo(new Multiplications(12, 24, 6 + 6 * 5 + 3 * 4, 2 * 17 * 12));
    }

    @Test
    void keepingSlopesSavesTheMoreTheLargerTheNetwork() {
        Multiplications mlp = Multiplications.of(784, 128, 128, 10);

        // D(2) = 10·1 + 2 = 12; D(1) = 128·13 + 2 = 1,666.
        assertThat(mlp.forward()).isEqualTo(784 * 128 + 128 * 128 + 128 * 10);
        assertThat(mlp.backward()).isEqualTo(1280 + 1280 + 256 + 16_384 + 16_384 + 256 + 100_352);
        assertThat(mlp.alone()).isEqualTo(1280 + 16_384L * 13 + 128 * 12 + 100_352L * 1667 + 128 * 1666);
        assertThat(mlp.differences()).isEqualTo(2L * 118_282 * mlp.forward());
    }
}
