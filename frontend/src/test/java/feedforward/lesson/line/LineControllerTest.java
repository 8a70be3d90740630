package feedforward.lesson.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class LineControllerTest {
    private final Outside outside = new Outside();
    private final LineController controller = new LineController(outside);

    /** What the controller asked for. */
    private static final class Outside implements LineActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void descendsToTheBestLineAndStopsThere() {
        controller.played();

        runUntilItStands();

        assertThat(controller.state().m()).isCloseTo(0.14829f, within(2e-5f));
        assertThat(controller.state().b()).isCloseTo(0.47845f, within(2e-5f));
        assertThat(controller.state().message()).startsWith("Arrived");
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    LineController other = new LineController(outside);
                    other.opened(link);
                    other.ticked();
                    other.link();
                },
                "m",
                "b",
                "rate",
                "step");
    }

    @Test
    void aLinkReplaysTheDescentToTheBit() {
        controller.placed(0.3f, -0.7f);
        controller.rateTyped("0.7");
        for (int i = 0; i < 7; i++) {
            controller.stepped();
        }
        LineController other = new LineController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
        assertThat(other.state().steps()).isEqualTo(7);
    }

    @Test
    void aLinkHoldsALineThatLongStepsLedFarAway() {
        controller.rateTyped("2.1");
        for (int i = 0; i < 60; i++) {
            controller.stepped();
        }
        controller.rateTyped("0.5");
        controller.stepped();
        assertThat(Math.abs(controller.state().startB())).isGreaterThan(1);
        LineController other = new LineController(outside);
        LessonLink link = LessonLink.of(controller.link().query(text -> text), text -> text);

        other.opened(link);

        assertThat(link.trouble()).isEmpty();
        assertThat(other.state()).isEqualTo(controller.state());
    }

    @Test
    void resetKeepsWhatWasAnswered() {
        controller.ratioChecked("3.9");

        controller.reset();

        assertThat(controller.state().ratioAnswer().isRight()).isTrue();
        assertThat(controller.state().m()).isEqualTo(LineState.FIRST_M);
    }

    @Test
    void aRateThatIsTooHighIsExplained() {
        controller.rateTyped("2.1");
        controller.played();

        runUntilItStands();

        assertThat(controller.state().message()).contains("grows with every step", "λ = 1.001", "2/λ = 1.998");
    }

    @Test
    void aRateTypedDuringADescentCountsAtOnce() {
        controller.played();
        controller.ticked();
        float m = controller.state().m();

        controller.rateTyped("0.1");

        assertThat(controller.state().running()).isTrue();
        assertThat(controller.state().startM()).isEqualTo(m);
        assertThat(controller.state().steps()).isZero();
    }

    @Test
    void aRateThatIsNoneStopsTheDescentAndSaysWhatIsExpected() {
        controller.played();

        controller.rateTyped("fast");

        assertThat(controller.state().running()).isFalse();
        assertThat(controller.state().message())
                .isEqualTo("Learning rate: expected a number above 0, up to 10, such as 0.5, but was “fast”.");
    }

    @Test
    void aLineByHandIsJudgedByItsCost() {
        controller.placed(0.148f, 0.9f);
        controller.lineChecked();
        assertThat(controller.state().lineAnswer().state()).isEqualTo("wrong");
        assertThat(controller.state().lineAnswer().words()).contains("lower b");

        controller.placed(-0.4f, 0.47f);
        controller.lineChecked();
        assertThat(controller.state().lineAnswer().words()).contains("steeper");

        controller.placed(0.15f, 0.48f);
        controller.lineChecked();
        assertThat(controller.state().lineAnswer().state()).isEqualTo("right");
    }

    @Test
    void aLineThatIsOnlyNearTheBestIsWrong() {
        controller.placed(0.148f, 0.44f);
        controller.lineChecked();

        assertThat(controller.state().lineAnswer().words()).contains("costs 0.0020", "raise b");
    }

    @Test
    void resetBringsBackLineAndRate() {
        controller.rateTyped("0.1");
        controller.placed(0.3f, 0.3f);
        controller.stepped();

        controller.reset();

        assertThat(controller.link().query(text -> text)).isEmpty();
    }

    @Test
    void aLineThatDescentFoundIsNotByHand() {
        controller.played();
        runUntilItStands();

        controller.lineChecked();

        assertThat(controller.state().lineAnswer().state()).isEqualTo("wrong");
        assertThat(controller.state().lineAnswer().words()).contains("move the sliders yourself");
    }

    @Test
    void theLessonIsDoneWithBothExercises() {
        controller.placed(0.15f, 0.48f);
        controller.lineChecked();
        controller.ratioChecked("0.26");
        assertThat(controller.state().ratioAnswer().words()).contains("the other way round");
        assertThat(outside.solved).isZero();

        controller.ratioChecked("3,9");

        assertThat(outside.solved).isEqualTo(1);
    }

    private void runUntilItStands() {
        for (int frame = 0; frame < 2_000 && controller.state().running(); frame++) {
            controller.ticked();
        }
        assertThat(controller.state().running()).isFalse();
    }
}
