package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassScoresTest {

    /** e² + e + 1 + e⁻¹ = 7.389056 + 2.718282 + 1 + 0.367879 = 11.475217. */
    @Test
    void givesEachClassItsShareOfTheExponentials() {
        ClassScores scores = new ClassScores(List.of(2f, 1f, 0f, -1f), 1);

        assertThat(scores.probabilities())
                .containsExactly(new float[] {0.643914f, 0.236883f, 0.087144f, 0.032059f}, within(2e-6f));
        assertThat(scores.exponential(0)).isCloseTo(7.389056f, within(1e-5f));
    }

    @Test
    void theSameNumberAddedToAllScoresChangesNothing() {
        float[] low = new ClassScores(List.of(0f, 1f), 1).probabilities();

        assertThat(new ClassScores(List.of(1000f, 1001f), 1).probabilities()).isEqualTo(low);
        assertThat(low[1]).isCloseTo(0.731059f, within(1e-6f));
    }

    @Test
    void halfTheTemperatureIsTwiceTheScores() {
        assertThat(new ClassScores(List.of(1f, 0.5f, -1f), 0.5f).probabilities())
                .isEqualTo(new ClassScores(List.of(2f, 1f, -2f), 1).probabilities());
    }

    /** σ((3 − 1)/4) = σ(½) = 0.622459. */
    @Test
    void theSigmoidIsOfTheDifferenceOverTheTemperature() {
        ClassScores pair = new ClassScores(List.of(3f, 1f), 4);

        assertThat(pair.sigmoidOfDifference()).isCloseTo(0.622459f, within(1e-6f));
        assertThat(pair.probabilities()[0]).isCloseTo(0.622459f, within(1e-6f));
    }

    @Test
    void ofTwoClassesTheFirstIsTheSigmoidOfTheDifference() {
        for (float first = -4; first <= 4; first += 0.25f) {
            ClassScores pair = new ClassScores(List.of(first, 0.5f), 1);
            assertThat(pair.probabilities()[0]).isCloseTo(pair.sigmoidOfDifference(), within(2e-7f));
        }
    }
}
