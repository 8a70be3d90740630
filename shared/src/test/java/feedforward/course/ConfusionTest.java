package feedforward.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import feedforward.tensor.ShapeException;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    /** Labels 0 0 0 1 1 2 against answers 0 1 1 1 0 2: C = [1 2 0; 1 1 0; 0 0 1]. */
    private static final byte[] LABELS = {0, 0, 0, 1, 1, 2};

    private static final float[] PROBABILITIES = {
        0.8f, 0.1f, 0.1f,
        0.01f, 0.5f, 0.49f,
        0.2f, 0.7f, 0.1f,
        0.1f, 0.5f, 0.4f,
        0.9f, 0.05f, 0.05f,
        0.3f, 0.3f, 0.4f,
    };

    private final Confusion confusion = new Confusion(PROBABILITIES, LABELS, 3);

    @Test
    void countsWhatWasTakenForWhat() {
        int[][] expected = {{1, 2, 0}, {1, 1, 0}, {0, 0, 1}};
        for (int actual = 0; actual < 3; actual++) {
            for (int answered = 0; answered < 3; answered++) {
                assertThat(confusion.count(actual, answered)).isEqualTo(expected[actual][answered]);
            }
        }
        assertThat(confusion.ofClass(0)).isEqualTo(3);
        assertThat(confusion.answered(0)).isEqualTo(2);
        assertThat(confusion.answered(1)).isEqualTo(3);
        assertThat(confusion.answered(2)).isEqualTo(1);
        assertThat(confusion.right()).isEqualTo(3);
    }

    @Test
    void accuracyIsTheDiagonalsShareAsAWholeAndByClass() {
        // (1 + 1 + 1) / 6; √(½·½ / 6) = 0.2041241; rows 1/3, 1/2, 1/1.
        assertThat(confusion.accuracy()).isEqualTo(0.5);
        assertThat(confusion.standardError()).isCloseTo(0.2041241, within(1e-7));
        assertThat(confusion.accuracy(0)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(confusion.accuracy(1)).isEqualTo(0.5);
        assertThat(confusion.accuracy(2)).isEqualTo(1);
    }

    @Test
    void aCellsExamplesComeWithTheSurestFirst() {
        assertThat(confusion.behind(0, 1)).containsExactly(2, 1);
        assertThat(confusion.behind(2, 0)).isEmpty();
    }

    @Test
    void theWorstMistakeGaveTheTruthTheLeastProbability() {
        // The truth got 0.01 in example 1, 0.2 in example 2, 0.05 in example 4; the answers 0.5, 0.7, 0.9.
        assertThat(confusion.mistakes()).containsExactly(1, 4, 2);
    }

    @Test
    void namesThePairThatIsConfusedMostOften() {
        assertThat(confusion.mostConfused()).containsExactly(0, 1);
    }

    @Test
    void equalProbabilitiesAnswerTheFirst() {
        Confusion tie = new Confusion(new float[] {0.5f, 0.5f}, new byte[] {1}, 2);

        assertThat(tie.answer(0)).isZero();
        assertThat(tie.right()).isZero();
    }

    @Test
    void aClassWithoutExamplesHasNoAccuracy() {
        assertThat(new Confusion(new float[] {1, 0}, new byte[] {0}, 2).accuracy(1))
                .isNaN();
    }

    @Test
    void refusesWhatDoesNotBelongTogether() {
        assertThatThrownBy(() -> new Confusion(new float[5], new byte[2], 3))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Confusion: expected 2 rows of 3 probabilities, one for each label, but was 5 values");
        assertThatThrownBy(() -> new Confusion(new float[3], new byte[] {3}, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Confusion: expected labels from 0 to 2 but was 3 for example 0");
        assertThatThrownBy(() -> new Confusion(new float[3], new byte[] {-1}, 3))
                .hasMessage("Confusion: expected labels from 0 to 2 but was -1 for example 0");
        assertThatThrownBy(() -> new Confusion(new float[0], new byte[0], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Confusion: expected at least one example but there are none");
    }
}
