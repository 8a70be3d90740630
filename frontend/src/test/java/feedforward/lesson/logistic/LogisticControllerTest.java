package feedforward.lesson.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.CostSurface;
import feedforward.course.SurfaceDescent;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class LogisticControllerTest {
    private final Outside outside = new Outside();
    private final LogisticController controller = new LogisticController(outside);

    /** What the controller asked for. */
    private static final class Outside implements LogisticActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void descendsToTheBestLogisticCurve() {
        controller.played();
        runUntilItStands();

        // Computed independently: the best logistic costs 0.0013052.
        assertThat(controller.cost()).isCloseTo(0.0013052, within(1e-7));
        assertThat(controller.state().message()).startsWith("Arrived at the best logistic curve");
    }

    @Test
    void fromWhereTheSigmoidIsFlatDescentTakesFortyTimesAsLong() {
        controller.played();
        runUntilItStands();
        int near = controller.state().steps();

        controller.placed(0, 10);
        controller.played();
        runUntilItStands();

        assertThat(controller.state().steps()).isGreaterThan(40 * near);
        assertThat(controller.cost()).isCloseTo(0.0013052, within(1e-7));
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    LogisticController other = new LogisticController(outside);
                    other.opened(link);
                    other.ticked();
                    other.link();
                },
                "m",
                "b",
                "step");
    }

    @Test
    void aLinkReplaysTheDescentToTheBit() {
        controller.placed(-3.5, 0.25);
        for (int i = 0; i < 8; i++) {
            controller.stepped();
        }
        LogisticController other = new LogisticController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
        assertThat(other.state().steps()).isEqualTo(8);
    }

    @Test
    void aLinkReplaysStepsBeyondTheArrivalToo() {
        controller.played();
        runUntilItStands();
        controller.stepped();
        controller.stepped();
        LogisticController other = new LogisticController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
    }

    @Test
    void aStepIsTheEnginesAtTheRateOfFour() {
        SurfaceDescent engine = CostSurface.logistic().descentFrom(4, 1, 4);
        engine.advance(1);

        controller.stepped();

        assertThat(controller.state().m()).isEqualTo(engine.place().u());
        assertThat(controller.state().b()).isEqualTo(engine.place().v());
    }

    @Test
    void answersAreJudgedWithReasons() {
        controller.limitsChecked("1", "1", "0");
        assertThat(controller.state().limits().words()).contains("σ(0) = 1 / (1 + 1)");
        controller.limitsChecked("0.5", "1", "-1");
        assertThat(controller.state().limits().state()).isEqualTo("wrong");
        controller.limitsChecked("0,5", "1", "0");
        controller.middleChecked("2");
        assertThat(controller.state().middle().words()).contains("the other way");
        controller.middleChecked("−2");
        controller.betterChosen("logistic");
        assertThat(controller.state().better().state()).isEqualTo("wrong");
        assertThat(outside.solved).isZero();

        controller.betterChosen("line");

        assertThat(outside.solved).isEqualTo(1);
    }

    @Test
    void whatIsNoNumberIsToldByItsField() {
        controller.limitsChecked("half", "1", "0");
        assertThat(controller.state().limits().words())
                .isEqualTo("At z = 0: expected a number such as 0.25, but was “half”.");
        controller.limitsChecked("0.5", "one", "0");
        assertThat(controller.state().limits().words())
                .startsWith("Far to the right")
                .endsWith("but was “one”.");
        controller.limitsChecked("0.5", "1", "");
        assertThat(controller.state().limits().words())
                .startsWith("Far to the left")
                .endsWith("but was “”.");
        controller.middleChecked("two");
        assertThat(controller.state().middle().words())
                .isEqualTo("Offset b: expected a number such as 0.5 or −3, but was “two”.");
    }

    private void runUntilItStands() {
        for (int frame = 0; frame < 3_000 && controller.state().running(); frame++) {
            controller.ticked();
        }
        assertThat(controller.state().running()).isFalse();
    }
}
