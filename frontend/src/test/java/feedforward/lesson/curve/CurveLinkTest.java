package feedforward.lesson.curve;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.lesson.curve.CurveState.Motion;
import org.junit.jupiter.api.Test;

class CurveLinkTest {
    private final OpenCurve lesson = new OpenCurve();
    private final CurveController controller = lesson.controller();
    private final CurveEditor editor = controller.editor();

    @Test
    void aLinkReplaysARunWithItsEditsToTheBit() {
        controller.hiddenChosen(5);
        lesson.started();
        controller.rateTyped("0.5");
        controller.ticked();
        editor.penDown(0.5, 0.1);
        editor.penLifted();
        controller.ticked();
        controller.stepped();
        CurveController other = lesson.another();

        other.opened(OpenCurve.link(lesson.query()));
        assertThat(other.state().motion()).isEqualTo(Motion.REPLAYING);
        OpenCurve.runUntilItStands(other);

        assertThat(other.state().hash())
                .isNotEmpty()
                .isEqualTo(controller.state().hash());
        assertThat(other.state().steps()).isEqualTo(controller.state().steps());
        assertThat(other.state().knobs()).isEqualTo(controller.state().knobs());
        assertThat(other.link().query(text -> text)).isEqualTo(lesson.query());
    }

    @Test
    void aReplayTellsHowFarItIsAndCanBeEnded() {
        controller.opened(OpenCurve.link("?hidden=2&step=1000000"));
        controller.ticked();

        assertThat(controller.state().message()).startsWith("Replaying this link’s 1,000,000 iterations; ");
        controller.played();

        assertThat(controller.state().motion()).isEqualTo(Motion.STANDING);
        assertThat(controller.state().message()).isEmpty();
        assertThat(controller.state().steps()).isPositive();
    }

    @Test
    void anEditEndsTheReplayOfALink() {
        controller.opened(OpenCurve.link("?hidden=1&step=100000"));
        controller.ticked();

        controller.rateTyped("0.5");

        assertThat(controller.state().moving()).isFalse();
        assertThat(lesson.query()).contains("edits=").doesNotContain("step=100000");
    }

    @Test
    void moreChangesThanAnAddressHoldsAreSaid() {
        lesson.started();
        for (int change = 0; change < 200; change++) {
            controller.rateTyped(change % 2 == 0 ? "0.5" : "0.6");
            controller.ticked();
        }
        assertThat(controller.state().message()).doesNotContain("address");

        controller.rateTyped("0.5");

        assertThat(controller.state().message()).startsWith("More than 200 changes do not fit into the address");
    }

    @Test
    void moreEditsThanAnAddressHoldsLeaveALinkThatBeginsAnew() {
        controller.hiddenChosen(1);
        controller.stepped();
        for (int i = 0; i < 101; i++) {
            controller.rateTyped("0.5");
            controller.rateTyped("0.6");
            controller.stepped();
            editor.pointMoved(0, 0.005);
            controller.stepped();
        }

        assertThat(lesson.query()).contains("rate=0.6", "points=").doesNotContain("edits", "step");
    }

    @Test
    void anUnknownSpeedInALinkIsNoted() {
        LessonLink link = OpenCurve.link("?speed=warp");

        controller.opened(link);

        assertThat(link.trouble()).contains("“speed” could not be used: expected slow, medium or fast but was “warp”");
    }

    @Test
    void damagedLinksAreSaidAndBeginAsUsual() {
        LessonLink damaged = OpenCurve.link("?points=0to99&edits=5x&hidden=0");

        controller.opened(damaged);

        assertThat(damaged.trouble()).contains("could not be used");
        assertThat(lesson.query()).isEmpty();
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    CurveController other = lesson.another();
                    other.opened(link);
                    other.ticked();
                    other.link();
                },
                "points",
                "hidden",
                "rate",
                "seed",
                "iterations",
                "speed",
                "edits",
                "step");
    }
}
