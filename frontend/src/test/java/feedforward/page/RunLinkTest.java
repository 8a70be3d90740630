package feedforward.page;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLinkTest {
    private static final RunSpec SPEC = Recipe.MNIST_MLP.spec().withSeed(42);

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?lang=en", "?rerun=1"})
    void anAddressWithoutARunIsNoTrouble(String query) {
        RunLink link = read(query);

        assertThat(link.run()).isEmpty();
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void aRunComesBackFromItsQuery() {
        assertThat(read(query(SPEC))).isEqualTo(new RunLink(Optional.of(SPEC), ""));
    }

    @Test
    void aRunMayStandAmongOtherParameters() {
        assertThat(read("?from=mail&" + query(SPEC).substring(1) + "&x=").run()).contains(SPEC);
    }

    @Test
    void aRunThatCannotBeReadSaysWhichFieldIsWrong() {
        RunLink link = read(query(SPEC).replace("batchSize%22%3A128", "batchSize%22%3A0"));

        assertThat(link.run()).isEmpty();
        assertThat(link.trouble()).isEqualTo("RunSpec batchSize: expected a whole number in [1, 65,536] but was 0");
    }

    @Test
    void aCutLinkSaysWhereItEnds() {
        String query = query(SPEC);

        assertThat(read(query.substring(0, query.length() - 3)).trouble())
                .startsWith("RunSpec at 1:")
                .endsWith("but the text ends");
    }

    @Test
    void whatIsNoJsonIsSaid() {
        assertThat(read("?run=%7").trouble()).isEqualTo("RunSpec at 1:1: expected value but was '%'");
        assertThat(read("?run=").trouble()).startsWith("RunSpec at 1:1");
    }

    private static String query(RunSpec spec) {
        return RunLink.query(spec, text -> URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static RunLink read(String query) {
        return RunLink.read(query, RunLinkTest::decoded);
    }

    /** As browser.js does: what is malformed stays. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
