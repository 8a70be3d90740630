package feedforward.lesson.curve;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.lesson.LessonLink;
import feedforward.lesson.curve.CurveShown.Model;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CurveShownTest {
    @Test
    void aLinkSaysWhichModelsAreShown() {
        CurveShown shown = new CurveShown(Set.of(Model.LOGISTIC, Model.TRUTH));
        LessonLink link = shown.in(LessonLink.empty());

        assertThat(link.text("shows", "")).isEqualTo("truth_logistic");
        assertThat(CurveShown.read(link)).isEqualTo(shown);
    }

    @Test
    void nothingBesideTheNetworkIsAChoiceToo() {
        CurveShown shown = new CurveShown(Set.of());

        assertThat(CurveShown.read(shown.in(LessonLink.empty()))).isEqualTo(shown);
    }

    @Test
    void theUsualIsLeftOutAndAModelThatThereIsNotIsNoted() {
        assertThat(CurveShown.USUAL.in(LessonLink.empty()).has("shows")).isFalse();

        LessonLink link = LessonLink.empty().with("shows", "truth_parabola");
        assertThat(CurveShown.read(link)).isEqualTo(CurveShown.USUAL);
        assertThat(link.trouble()).contains("truth_parabola");
    }
}
