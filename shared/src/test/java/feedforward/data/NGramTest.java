package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NGramTest {
    /** "abab" and a lonely c, of a, b, c, d. */
    private static final int[] TEXT = {0, 1, 0, 1, 2};

    @Test
    void aUnigramCountsCharacters() {
        NGram unigram = NGram.of(TEXT, 1, 4, 1);
        // (2 + 1) / (5 + 4), (2 + 1) / 9, (1 + 1) / 9, (0 + 1) / 9.
        assertThat(probabilities(unigram, 0)).containsExactly(3 / 9.0, 3 / 9.0, 2 / 9.0, 1 / 9.0);
    }

    @Test
    void aBigramCountsWhatFollows() {
        NGram bigram = NGram.of(TEXT, 2, 4, 0.5);
        // After a: b twice of two. After b: a and c, once each of two. After c, the last: nothing of nothing.
        assertThat(probabilities(bigram, 0, 0)).containsExactly(0.5 / 4, 2.5 / 4, 0.5 / 4, 0.5 / 4);
        assertThat(probabilities(bigram, 1, 0)).containsExactly(1.5 / 4, 0.5 / 4, 1.5 / 4, 0.5 / 4);
        assertThat(probabilities(bigram, 2, 0)).containsExactly(0.25, 0.25, 0.25, 0.25);
        // At the start of a text nothing is before: as the unigram.
        assertThat(probabilities(bigram, 0)).containsExactly(2.5 / 7, 2.5 / 7, 1.5 / 7, 0.5 / 7);
    }

    @Test
    void aTrigramCountsWhatFollowsPairs() {
        NGram trigram = NGram.of(TEXT, 3, 4, 1);
        // After ab: a and c, once each of two. After ba: b once of one.
        assertThat(probabilities(trigram, 0, 1, 0)).containsExactly(2 / 6.0, 1 / 6.0, 2 / 6.0, 1 / 6.0);
        assertThat(probabilities(trigram, 1, 0, 0)).containsExactly(1 / 5.0, 2 / 5.0, 1 / 5.0, 1 / 5.0);
        // One character before: as the bigram.
        assertThat(probabilities(trigram, 0, 0)).containsExactly(1 / 6.0, 3 / 6.0, 1 / 6.0, 1 / 6.0);
    }

    @Test
    void theLossIsTheMeanOverAllButTheFirstCharacter() {
        NGram bigram = NGram.of(TEXT, 2, 4, 0.5);
        // a → b 2.5/4, b → c 1.5/4, c → d 1/4.
        double expected = -(Math.log(0.625) + Math.log(0.375) + Math.log(0.25)) / 3;
        assertThat(bigram.nats(new int[] {0, 1, 2, 3})).isCloseTo(expected, within(1e-7));
        assertThat(TextBaseline.bits(Math.log(8))).isCloseTo(3, within(1e-12));
    }

    @Test
    void theSmoothingThatTellsTheLastTenthBestIsTaken() {
        // The held last tenth, "ab", is all in the rest: the less smoothing the better.
        int[] regular = new int[20];
        for (int i = 0; i < 20; i++) {
            regular[i] = i % 2;
        }
        assertThat(NGram.fit(regular, 2, 4, 1, 0.01, 0.1).smoothing()).isEqualTo(0.01);
        // The held "ad" is not: the more the better.
        int[] surprising = regular.clone();
        surprising[19] = 3;
        assertThat(NGram.fit(surprising, 2, 4, 0.01, 100, 0.1).smoothing()).isEqualTo(100);
        // Then the whole is counted: a → d has been seen.
        NGram whole = NGram.fit(surprising, 2, 4, 100);
        assertThat(whole.probability(new int[] {0, 3}, 1)).isEqualTo((1 + 100) / (10 + 400.0));
        assertThat(whole.order()).isEqualTo(2);
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        for (int order : new int[] {0, 4}) {
            assertThatThrownBy(() -> NGram.of(TEXT, order, 4, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("NGram order: expected an integer in [1, 3] but was " + order);
        }
        assertThatThrownBy(() -> NGram.of(TEXT, 1, 4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NGram smoothing: expected a number above 0 but was 0.0");
        assertThatThrownBy(() -> NGram.fit(TEXT, 1, 4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NGram: expected smoothings to choose from, and 20 characters or more, but were 1 and 5");
    }

    /** Of each of the four characters at the end of a text that is otherwise {@code before}, but for its last. */
    private static double[] probabilities(NGram counted, int... text) {
        double[] result = new double[4];
        for (int c = 0; c < 4; c++) {
            text[text.length - 1] = c;
            result[c] = counted.probability(text, text.length - 1);
        }
        return result;
    }
}
