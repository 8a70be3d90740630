package feedforward.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LessonLinkTest {
    @Test
    void whatIsWrittenIsReadBackToTheBit() {
        float third = 1 / 3f;
        String query = LessonLink.empty()
                .with("m", third)
                .with("b", -1e-7)
                .with("step", 40)
                .with("points", "1,2;3 & 4")
                .query(text -> URLEncoder.encode(text, StandardCharsets.UTF_8));

        LessonLink read = read(query);

        assertThat((float) read.number("m", 0, -1, 1)).isEqualTo(third);
        assertThat(read.number("b", 0, -1, 1)).isEqualTo(-1e-7);
        assertThat(read.count("step", 0, 0, 100)).isEqualTo(40);
        assertThat(read.text("points", "")).isEqualTo("1,2;3 & 4");
        assertThat(read.trouble()).isEmpty();
    }

    @Test
    void theEndsOfARangeCount() {
        LessonLink link = read("?m=-1&b=1");

        assertThat(link.number("m", 0, -1, 1)).isEqualTo(-1);
        assertThat(link.number("b", 0, -1, 1)).isEqualTo(1);
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void wholeNumbersAreWrittenWithoutAPoint() {
        assertThat(LessonLink.empty().with("step", 40).query(text -> text)).isEqualTo("?step=40");
        assertThat(LessonLink.empty().query(text -> text)).isEmpty();
    }

    @Test
    void whatIsNotGivenIsAsUsual() {
        LessonLink link = read("?other=1");

        assertThat(link.number("m", 0.5, -1, 1)).isEqualTo(0.5);
        assertThat(link.text("rate", "0.9")).isEqualTo("0.9");
        assertThat(link.has("m")).isFalse();
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsAsUsualAndNoted() {
        LessonLink link = read("?m=7&step=1.5&b=NaN");

        assertThat(link.number("m", 0.5, -1, 1)).isEqualTo(0.5);
        assertThat(link.trouble())
                .isEqualTo("This link’s “m” could not be used: expected a number in [-1, 1] but was “7”."
                        + " The lesson shows its usual value in its place.");
        assertThat(link.count("step", 3, 0, 9)).isEqualTo(3);
        assertThat(link.trouble()).contains("“step”", "a whole number", "1.5");
        assertThat(link.number("b", 0.25, -1, 1)).isEqualTo(0.25);
        assertThat(link.trouble()).contains("“b”", "NaN");
    }

    private static LessonLink read(String query) {
        return LessonLink.of(query, text -> URLDecoder.decode(text, StandardCharsets.UTF_8));
    }
}
