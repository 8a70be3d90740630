package feedforward.lesson.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.device.ExactMath;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class CostsControllerTest {
    /** Computed independently in double precision. */
    private static final int STEPS_TO_HALF = 232;

    private final Outside outside = new Outside();
    private final CostsController controller = new CostsController(outside);

    /** What the controller asked for. */
    private static final class Outside implements CostsActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    /** The course's reference values. */
    @Test
    void bothUnitsLearnStepByStep() {
        controller.played();
        while (controller.state().steps() < 300) {
            controller.ticked();
        }

        assertThat(controller.state().squared().get(50)).isCloseTo(0.976f, within(5.1e-4f));
        assertThat(controller.state().squared().get(150)).isCloseTo(0.933f, within(5.1e-4f));
        assertThat(controller.state().squared().get(300)).isCloseTo(0.203f, within(5.1e-4f));
        assertThat(controller.state().cross().get(50)).isCloseTo(0.099f, within(5.1e-4f));
        assertThat(controller.state().cross().get(150)).isCloseTo(0.026f, within(5.1e-4f));
        assertThat(controller.state().cross().get(300)).isCloseTo(0.012f, within(5.1e-4f));
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    CostsController other = new CostsController(outside);
                    other.opened(link);
                    other.ticked();
                    other.link();
                },
                "y",
                "t",
                "start",
                "rate",
                "step");
    }

    @Test
    void aLinkReplaysToTheBit() {
        controller.predicted(0.65);
        controller.targeted(0);
        controller.started(1.5f);
        controller.rateTyped("0.3");
        for (int i = 0; i < 7; i++) {
            controller.stepped();
        }
        CostsController other = new CostsController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
        assertThat(other.sha256()).isEqualTo(controller.sha256());
        assertThat(other.state().steps()).isEqualTo(7);
    }

    @Test
    void aRateThatIsNoneIsExplainedAndNothingLearns() {
        controller.rateTyped("fast");
        controller.played();
        controller.ticked();

        assertThat(controller.state().message())
                .isEqualTo("Learning rate: expected a number above 0, up to 10, such as 0.15, but was “fast”.");
        assertThat(controller.state().steps()).isZero();
        assertThat(controller.state().running()).isFalse();
    }

    @Test
    void withARateThatIsNoneTheUnitsStandAtTheirStart() {
        controller.played();
        controller.ticked();

        controller.rateTyped("fast");

        assertThat(controller.state().squared()).containsExactly(ExactMath.sigmoid(4));
        controller.started(1);
        assertThat(controller.state().cross()).containsExactly(ExactMath.sigmoid(2));
    }

    @Test
    void resetBringsBackAllKnobs() {
        controller.predicted(0.65);
        controller.targeted(0);
        controller.started(1.5f);
        controller.rateTyped("0.3");
        controller.stepped();

        controller.reset();

        assertThat(controller.link().query(text -> text)).isEmpty();
        assertThat(controller.state().squared()).containsExactly(ExactMath.sigmoid(4));
    }

    @Test
    void answersThatAreOnlyNearAreWrong() {
        controller.belowChecked(Integer.toString(STEPS_TO_HALF + 10));
        assertThat(controller.state().below().words()).contains("already below");
        controller.factorChecked("5.66");
        assertThat(controller.state().factor().isRight()).isFalse();
    }

    @Test
    void standsAfterAThousandSteps() {
        controller.played();
        while (controller.state().running()) {
            controller.ticked();
        }

        assertThat(controller.state().steps()).isEqualTo(1_000);
        assertThat(controller.state().message()).isEqualTo("Stopped after 1,000 steps.");
    }

    @Test
    void theLessonIsDoneWithBothExercises() {
        controller.belowChecked("30");
        assertThat(controller.state().below().words()).contains("still above one half");
        controller.factorChecked("0.01766");
        assertThat(controller.state().factor().words()).contains("That is the factor itself");
        controller.factorChecked("56.6");
        assertThat(outside.solved).isZero();

        controller.belowChecked(Integer.toString(STEPS_TO_HALF));

        assertThat(outside.solved).isEqualTo(1);
    }
}
