package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PangramsTest {
    @Test
    void theTextHasEveryLetter() {
        TextCorpus corpus = Pangrams.corpus();
        // The letters, a space, a full stop, a comma and an exclamation mark.
        assertThat(corpus.vocabulary().size()).isEqualTo(30);
        assertThat(corpus.vocabulary().encode("abcdefghijklmnopqrstuvwxyz")).doesNotHaveDuplicates();
        assertThat(corpus.length()).isEqualTo(198);
    }

    /** Links name the data by it. */
    @Test
    void theHashStays() {
        assertThat(Pangrams.dataset().sha256())
                .isEqualTo("02d565c438a2e2e5fe5fd61e9a6e71993895481f4d27578f9e130287be54d971");
    }

    @Test
    void whatIsKnownByHeartIsFoundByItsName() {
        assertThat(KnownDatasets.named("pangrams"))
                .hasValueSatisfying(data -> assertThat(data.train().count()).isEqualTo(22));
        assertThat(KnownDatasets.named("curve").orElseThrow().sha256()).isEqualTo(Curve.SHA256);
        assertThat(KnownDatasets.named("mnist")).isEmpty();
    }
}
