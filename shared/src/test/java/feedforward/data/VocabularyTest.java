package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void charactersHaveIdsInTheOrderOfTheirNumbers() {
        Vocabulary vocabulary = Vocabulary.of("banana bread\n");
        // \n, space, a, b, d, e, n, r.
        assertThat(vocabulary.size()).isEqualTo(8);
        assertThat(vocabulary.encode("\n abdenr")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(vocabulary.encode("banned")).containsExactly(3, 2, 6, 6, 5, 4);
        assertThat(vocabulary.decode(new int[] {3, 2, 6, 6, 5, 4})).isEqualTo("banned");
        assertThat(vocabulary.encode("")).isEmpty();
    }

    @Test
    void aCharacterOutsideTheFirst65536IsOneCharacter() {
        Vocabulary vocabulary = Vocabulary.of("a\uD83D\uDE00é");
        assertThat(vocabulary.size()).isEqualTo(3);
        assertThat(vocabulary.encode("\uD83D\uDE00aé")).containsExactly(2, 0, 1);
        assertThat(vocabulary.decode(new int[] {2, 0})).isEqualTo("\uD83D\uDE00a");
    }

    @Test
    void anUnknownCharacterIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Vocabulary.of("abc").encode("abÉc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Text: expected only the 3 characters that are known but character 3 was \"É\" (U+00C9)");
        assertThatThrownBy(() -> Vocabulary.of("\uD83D\uDE00").encode("\uD83D\uDE00\uD83D\uDE01"))
                .hasMessageContaining("character 2 was \"\uD83D\uDE01\" (U+1F601)");
    }
}
