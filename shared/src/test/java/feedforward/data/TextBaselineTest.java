package feedforward.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextBaselineTest {
    /** 27 characters to learn from, 3 to judge by. */
    private static final String ALTERNATING = "ab".repeat(15);

    @Test
    void countingIsJudgedByWhatTheNetworkIsJudgedBy() {
        Dataset data = TextCorpus.of("alternating", ALTERNATING).dataset(2);

        List<TextBaseline> baselines = TextBaseline.of(data);

        assertThat(baselines).extracting(TextBaseline::order).containsExactly(1, 2, 3);
        assertThat(data.train().count()).isEqualTo(13);
        // 27 characters, 14 times a and 13 times b; judged by b, a, b, of which b at the end and a in the middle count.
        double k = baselines.get(0).smoothing();
        double expected = -(Math.log((14 + k) / (27 + 2 * k)) + Math.log((13 + k) / (27 + 2 * k))) / 2;
        assertThat(baselines.get(0).nats()).isCloseTo(expected, within(1e-6));
        assertThat(baselines.get(0).bits()).isCloseTo(expected / Math.log(2), within(1e-6));
        // After a comes b, 13 of 13 times; after b comes a, 13 of 13 times.
        double pairs = baselines.get(1).smoothing();
        assertThat(pairs).isEqualTo(0.001);
        assertThat(baselines.get(1).nats()).isCloseTo(-Math.log((13 + pairs) / (13 + 2 * pairs)), within(1e-6));
    }

    @Test
    void whatIsHeldOutIsNotCounted() {
        // In the whole training part an x stands among the last characters; it is held out, and none is left to count.
        String text = "ab".repeat(20) + "xbxb" + "ababa";
        Dataset held = TextCorpus.of("held", text).dataset(2).holdOut(2, 1);

        double bigrams = TextBaseline.of(held).get(1).nats();

        assertThat(bigrams).isGreaterThan(1);
        assertThat(TextBaseline.of(TextCorpus.of("held", text).dataset(2))
                        .get(1)
                        .nats())
                .isLessThan(1);
    }
}
