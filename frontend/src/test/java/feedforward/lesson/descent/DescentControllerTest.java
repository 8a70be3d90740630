package feedforward.lesson.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class DescentControllerTest {
    private final Outside outside = new Outside();
    private final DescentController controller = new DescentController(outside);

    /** What the controller asked for. */
    private static final class Outside implements DescentActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void theBallComesToRestAtTheBestLine() {
        controller.played();
        runUntilItStands();

        assertThat(controller.state().ball().u()).isCloseTo(0.14829, within(2e-5));
        assertThat(controller.state().ball().v()).isCloseTo(0.47845, within(2e-5));
        assertThat(controller.state().message()).startsWith("Arrived");
        assertThat(controller.state().way()).hasSize(controller.state().steps() + 1);
    }

    @Test
    void aModelThatIsNoneIsNoted() {
        LessonLink link = LessonLink.of("?model=cubic", text -> text);

        controller.opened(link);

        assertThat(link.trouble()).contains("“model”", "line, logistic or network", "cubic");
        assertThat(controller.state().model()).isEqualTo(DescentModel.LINE);
    }

    @Test
    void arrowKeysMoveTheBallTheirWayUpToTheEdge() {
        double u = controller.state().ball().u();
        double v = controller.state().ball().v();
        controller.keyPressed("ArrowDown");
        controller.keyPressed("ArrowLeft");
        assertThat(controller.state().ball().u()).isLessThan(u);
        assertThat(controller.state().ball().v()).isLessThan(v);
        controller.keyPressed("ArrowUp");
        controller.keyPressed("ArrowRight");
        assertThat(controller.state().ball().u()).isCloseTo(u, within(1e-12));
        assertThat(controller.state().ball().v()).isCloseTo(v, within(1e-12));

        controller.placed(-99, 99);

        assertThat(controller.state().ball().u()).isEqualTo(DescentModel.LINE.leastU());
        assertThat(controller.state().ball().v()).isEqualTo(DescentModel.LINE.mostV());
    }

    @Test
    void aLimitThatIsOnlyNearIsWrong() {
        controller.limitChecked("2.4");
        assertThat(controller.state().limit().words()).contains("leaps out");
        controller.limitChecked("1.6");
        assertThat(controller.state().limit().words()).contains("still arrives");
    }

    @Test
    void aRateAboveTheLimitIsExplainedByTheCurvature() {
        controller.rateTyped("2.1");
        controller.played();
        runUntilItStands();

        assertThat(controller.state().message()).contains("λ = 1.001", "2/λ = 1.998");
    }

    @Test
    void theNetworksBallLeavesThePlane() {
        controller.modelChosen("network");
        for (int i = 0; i < 20; i++) {
            controller.stepped();
        }

        assertThat(controller.state().ball().distance()).isGreaterThan(1e-3);
        assertThat(controller.state().cost())
                .isLessThan(controller
                        .surface()
                        .costAt(controller.state().startU(), controller.state().startV()));
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    DescentController other = new DescentController(outside);
                    other.opened(link);
                    other.ticked();
                    other.link();
                },
                "model",
                "u",
                "v",
                "rate",
                "step");
    }

    @Test
    void aLinkReplaysTheWayToTheBit() {
        controller.modelChosen("logistic");
        controller.placed(1.25, -2.5);
        controller.rateTyped("3");
        for (int i = 0; i < 6; i++) {
            controller.stepped();
        }
        DescentController other = new DescentController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
    }

    @Test
    void arrowKeysMoveTheBallWithinTheMap() {
        assertThat(controller.keyPressed("ArrowRight")).isTrue();
        assertThat(controller.state().ball().u()).isCloseTo(-0.9 + 0.02 * 2.4, within(1e-9));
        assertThat(controller.keyPressed("Tab")).isFalse();

        for (int i = 0; i < 60; i++) {
            controller.keyPressed("ArrowUp");
        }

        assertThat(controller.state().ball().v()).isEqualTo(1.2);
        assertThat(controller.state().steps()).isZero();
    }

    @Test
    void anotherRateStartsAgainFromWhereTheBallWasLetGo() {
        controller.played();
        controller.ticked();

        controller.rateTyped("0.1");

        assertThat(controller.state().running()).isTrue();
        assertThat(controller.state().steps()).isZero();
        assertThat(controller.state().ball().u()).isEqualTo(-0.9);

        controller.rateTyped("-1");

        assertThat(controller.state().running()).isFalse();
        assertThat(controller.state().message()).contains("expected a number above 0", "“-1”");
    }

    @Test
    void answersAreJudgedWithReasons() {
        controller.limitChecked("1.5");
        assertThat(controller.state().limit().words()).contains("still arrives");
        controller.limitChecked("3");
        assertThat(controller.state().limit().words()).contains("leaps out");
        controller.flatChosen("b");
        assertThat(controller.state().flat().state()).isEqualTo("wrong");
        controller.flatChosen("m");
        assertThat(outside.solved).isZero();

        controller.limitChecked("2.0");

        assertThat(outside.solved).isEqualTo(1);
    }

    private void runUntilItStands() {
        for (int frame = 0; frame < 2_000 && controller.state().running(); frame++) {
            controller.ticked();
        }
        assertThat(controller.state().running()).isFalse();
    }
}
