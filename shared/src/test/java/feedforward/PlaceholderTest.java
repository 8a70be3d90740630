package feedforward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholderTest {
    @Test
    void sumOfSquaresAddsEachValueTimesItself() {
        assertThat(Placeholder.sumOfSquares(new float[] {1, 2, 3})).isEqualTo(14);
    }
}
