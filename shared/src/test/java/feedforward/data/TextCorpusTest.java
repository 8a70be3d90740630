package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feedforward.device.HeapDevice;
import feedforward.tensor.Shape;
import org.junit.jupiter.api.Test;

class TextCorpusTest {
    /** 32 characters: 29 to learn from, 3 to judge by. */
    private static final TextCorpus CORPUS = TextCorpus.of("letters", "abcdabcdabcdabcdabcdabcdabcdabcd");

    @Test
    void theLastTenthIsToJudgeBy() {
        assertThat(CORPUS.length()).isEqualTo(32);
        assertThat(CORPUS.training()).hasSize(29).endsWith(3, 0);
        assertThat(CORPUS.validation()).containsExactly(1, 2, 3);
        assertThat(CORPUS.vocabulary().size()).isEqualTo(4);
    }

    @Test
    void theHashIsThatOfTheTextInUtf8() {
        // printf 'é' | sha256sum
        assertThat(TextCorpus.of("e", "é").sha256())
                .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }

    @Test
    void aWindowIsItsIdsAndTheCharactersThatComeNext() {
        Dataset data = CORPUS.dataset(2);
        assertThat(data.name()).isEqualTo("letters");
        assertThat(data.sha256()).isEqualTo(CORPUS.sha256());
        Examples train = data.train();
        // 28 characters have a next one among the 29.
        assertThat(train.count()).isEqualTo(14);
        assertThat(train.features()).isEqualTo(Shape.of(2));
        assertThat(train.target()).isEqualTo(Shape.of(2, 4));
        assertThat(train.targets()).isEqualTo(8);
        assertThat(train.vocabulary()).isEqualTo(4);
        assertThat(train.continuous()).isTrue();
        assertThat(data.test().count()).isEqualTo(1);
        HostBatch batch =
                new HostBatch(new float[] {9, 9, 9, 9}, new float[] {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9});
        train.copy(1, batch, 1);
        // The window "cd", then "da" comes next.
        assertThat(batch.x()).containsExactly(9, 9, 2, 3);
        assertThat(batch.t()).containsExactly(9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 0, 1, 1, 0, 0, 0);
    }

    /** 7 windows in 3 streams of at most 3: windows 0–2, 3–5, 6. */
    @Test
    void aBatchHoldsTheNextWindowOfEveryStream() {
        Batches batches = new Batches(new HeapDevice(), windows(7), 3);
        assertThat(batches.perEpoch()).isEqualTo(3);
        batches.fillShuffled(1, 0, 0);
        assertThat(batches.features().shape()).isEqualTo(Shape.of(3, 1));
        assertThat(batches.targets().shape()).isEqualTo(Shape.of(3, 1, 8));
        assertThat(batches.features().toArray()).containsExactly(0, 3, 6);
        assertThat(batches.continues()).isFalse();
        batches.fillShuffled(1, 0, 1);
        assertThat(batches.features().toArray()).containsExactly(1, 4);
        assertThat(batches.continues()).isTrue();
        batches.fillInOrder(2);
        assertThat(batches.features().toArray()).containsExactly(2, 5);
        assertThat(batches.continues()).isTrue();
        batches.fillShuffled(1, 1, 0);
        assertThat(batches.features().toArray()).containsExactly(0, 3, 6);
        assertThat(batches.continues()).isFalse();
    }

    @Test
    void moreStreamsThanWindowsAreAsManyAsThereAre() {
        Batches batches = new Batches(new HeapDevice(), windows(2), 5);
        assertThat(batches.perEpoch()).isEqualTo(1);
        batches.fillShuffled(1, 0, 0);
        batches.fillShuffled(1, 1, 0);
        assertThat(batches.features().toArray()).containsExactly(0, 1);
        assertThat(batches.continues()).isFalse();
    }

    @Test
    void otherExamplesDoNotContinue() {
        Batches batches = new Batches(new HeapDevice(), new PointExamples(new float[4], 1, new float[4], 1), 2);
        batches.fillShuffled(1, 0, 1);
        assertThat(batches.continues()).isFalse();
    }

    @Test
    void whatIsHeldOutIsTheEnd() {
        Dataset data = new Dataset("counted", CORPUS.sha256(), windows(7), windows(2));
        Dataset held = data.holdOut(3, 1);
        Batches kept = new Batches(new HeapDevice(), held.train(), 1);
        assertThat(held.train().count()).isEqualTo(4);
        assertThat(held.test().count()).isEqualTo(3);
        assertThat(held.test().continuous()).isTrue();
        assertThat(held.test().target()).isEqualTo(Shape.of(1, 8));
        assertThat(held.test().vocabulary()).isEqualTo(8);
        kept.fillInOrder(3);
        assertThat(kept.features().toArray()).containsExactly(3);
        Batches judged = new Batches(new HeapDevice(), held.test(), 3);
        judged.fillInOrder(0);
        assertThat(judged.features().toArray()).containsExactly(4, 5, 6);
    }

    @Test
    void aTextThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> CORPUS.dataset(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Text \"letters\": expected more than 3 characters, as a window has, in each part but was 3;"
                                + " take a longer text or a shorter window");
        assertThatThrownBy(() -> CORPUS.dataset(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Text window: expected 1 character or more but was 0");
    }

    @Test
    void aTextThatIsBrokenIsRefused() {
        assertThatThrownBy(() -> TextCorpus.of("odd", "ab\uD83Dc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Text \"odd\": expected whole characters but a half of one stands at index 2");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 65_537; i++) {
            many.appendCodePoint(0x10000 + i);
        }
        assertThatThrownBy(() -> TextCorpus.of("many", many.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Text \"many\": expected at most 65,536 characters that differ but was 65,537");
    }

    /** n windows of one character, 0, 1, …, of 8. */
    private static Examples windows(int n) {
        int[] ids = new int[n + 1];
        for (int i = 0; i <= n; i++) {
            ids[i] = i;
        }
        return new TextExamples(ids, 8, 1);
    }
}
