package feedforward.lesson.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.CurvePoints;
import feedforward.device.HeapDevice;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.lesson.curve.CurveState.Motion;
import org.junit.jupiter.api.Test;

class CurveControllerTest {
    /** Each look at the clock takes a tenth of a frame's time. */
    private static final long A_LOOK = 800_000;

    private final Outside outside = new Outside();
    private final CurveController controller = controller();
    private final CurveEditor editor = controller.editor();
    private long nanos;

    /** What the controller asked for. */
    private static final class Outside implements CurveActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void trainsTheCoursesNetworkToItsGoalAndThenTenTimesAsFar() {
        controller.hiddenChosen(3);
        controller.goalTyped("500");
        controller.played();
        assertThat(controller.state().play()).isEqualTo("Pause");

        runUntilItStands();

        assertThat(controller.state().steps()).isEqualTo(500);
        assertThat(controller.state().play()).isEqualTo("Train on");
        assertThat(controller.state().costs()).hasSize(500);
        controller.stepped();
        assertThat(controller.state().steps()).isEqualTo(500);
        controller.played();
        assertThat(controller.state().goal()).isEqualTo(5000);
        assertThat(controller.state().knobs().goal()).isEqualTo("5000");
        assertThat(controller.state().motion()).isEqualTo(Motion.RUNNING);
    }

    @Test
    void aFrameDoesWhatTheSpeedSaysAndNoMoreThanItHasTimeFor() {
        controller.speedChosen("slow");
        controller.played();
        controller.ticked();
        assertThat(controller.state().steps()).isEqualTo(1);

        controller.speedChosen("fast");
        controller.ticked();

        assertThat(controller.state().steps()).isBetween(5, 15);
    }

    @Test
    void moreChangesThanAnAddressHoldsAreSaid() {
        started();
        for (int change = 0; change < 200; change++) {
            controller.rateTyped(change % 2 == 0 ? "0.5" : "0.6");
            controller.ticked();
        }
        assertThat(controller.state().message()).doesNotContain("address");

        controller.rateTyped("0.5");

        assertThat(controller.state().message()).startsWith("More than 200 changes do not fit into the address");
    }

    @Test
    void anUnknownSpeedInALinkIsNoted() {
        LessonLink link = link("?speed=warp");

        controller.opened(link);

        assertThat(link.trouble()).contains("“speed” could not be used: expected slow, medium or fast but was “warp”");
    }

    @Test
    void aRateTypedWhileItTrainsCountsFromTheNextStep() {
        started();

        controller.rateTyped("0.25");

        assertThat(controller.state().motion()).isEqualTo(Motion.RUNNING);
        assertThat(controller.state().now().rate().learningRate()).isEqualTo(0.25f);
        assertThat(controller.state().steps()).isEqualTo(1);
        assertThat(query()).contains("edits=1r250000");
    }

    @Test
    void aRateThatIsNoneIsSaidAndTheRunKeepsItsOwn() {
        started();

        controller.rateTyped("quick");

        assertThat(controller.state().message())
                .isEqualTo("Learning rate: expected a number above 0, up to 10, such as 0.9, but was “quick”.");
        assertThat(controller.state().now().rate().learningRate()).isEqualTo(0.9f);
        controller.played();
        controller.played();
        assertThat(controller.state().motion()).isEqualTo(Motion.STANDING);
    }

    @Test
    void aPointIsDraggedWhileItTrainsAndLearnedTenTimesASecond() {
        started();
        CurvePoints before = controller.state().now().points();
        editor.penDown(before.x(20) + 0.01, before.y(20));
        assertThat(controller.state().chosen()).isEqualTo(20);
        for (int i = 1; i <= 50; i++) {
            editor.penMoved(before.x(20) + 0.01, before.y(20) + 0.004 * i);
            assertThat((double) controller.state().now().points().y(20))
                    .isCloseTo(before.y(20) + 0.004 * i, within(1e-3));
            nanos += 5_000_000;
            controller.ticked();
        }
        editor.penLifted();

        assertThat((double) controller.state().now().points().x(20)).isCloseTo(before.x(20), within(1e-3));
        long moves = query().chars().filter(c -> c == 'm').count();
        assertThat(moves).isBetween(2L, 6L);
    }

    @Test
    void aClickBesideAllPointsMakesOneAndTheKeyboardMovesAndRemovesIt() {
        editor.penDown(0.5, 0.1);
        editor.penLifted();
        assertThat(controller.state().now().points().count()).isEqualTo(41);
        assertThat(controller.state().chosen()).isEqualTo(40);

        editor.pointMoved(0.005, -0.2);
        assertThat(controller.state().now().points().x(40)).isEqualTo(0.505f);
        assertThat(controller.state().now().points().y(40)).isZero();
        assertThat(query()).isEqualTo("?points=0to39~505_0");

        editor.removeWanted();
        assertThat(controller.state().now().points()).isEqualTo(CurvePoints.ofTheCourse());
        assertThat(query()).isEmpty();
        editor.chosenMoved(1);
        assertThat(controller.state().chosen()).isZero();
    }

    @Test
    void twoPointsAreTheFewest() {
        controller.opened(link("?points=0to1"));
        editor.chosenMoved(1);

        editor.removeWanted();

        assertThat(controller.state().message()).isEqualTo("Two points are the fewest there can be.");
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    CurveController other = controller();
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

    @Test
    void aLinkReplaysARunWithItsEditsToTheBit() {
        controller.hiddenChosen(5);
        started();
        controller.rateTyped("0.5");
        controller.ticked();
        editor.penDown(0.5, 0.1);
        editor.penLifted();
        controller.ticked();
        controller.stepped();
        CurveController other = controller();

        other.opened(link(query()));
        assertThat(other.state().motion()).isEqualTo(Motion.REPLAYING);
        runUntilItStands(other);

        assertThat(other.state().hash())
                .isNotEmpty()
                .isEqualTo(controller.state().hash());
        assertThat(other.state().steps()).isEqualTo(controller.state().steps());
        assertThat(other.state().knobs()).isEqualTo(controller.state().knobs());
        assertThat(other.link().query(text -> text)).isEqualTo(query());
    }

    @Test
    void aReplayTellsHowFarItIsAndCanBeEnded() {
        controller.opened(link("?hidden=2&step=1000000"));
        controller.ticked();

        assertThat(controller.state().message()).startsWith("Replaying this link’s 1,000,000 iterations; ");
        controller.played();

        assertThat(controller.state().motion()).isEqualTo(Motion.STANDING);
        assertThat(controller.state().message()).isEmpty();
        assertThat(controller.state().steps()).isPositive();
    }

    @Test
    void iterationsMayBeGrouped() {
        controller.goalTyped("20,000");

        assertThat(controller.state().goal()).isEqualTo(20_000);
    }

    @Test
    void damagedLinksAreSaidAndBeginAsUsual() {
        LessonLink damaged = link("?points=0to99&edits=5x&hidden=0");

        controller.opened(damaged);

        assertThat(damaged.trouble()).contains("could not be used");
        assertThat(query()).isEmpty();
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

        assertThat(query()).contains("rate=0.6", "points=").doesNotContain("edits", "step");
    }

    @Test
    void aThousandStepsAreNotEnough() {
        controller.opened(link("?iterations=1000"));
        controller.played();
        runUntilItStands();

        controller.trainedChecked();

        assertThat(controller.state().answers().trained().words())
                .contains("costs 0.0011", "It bends already, but not enough.");
    }

    @Test
    void anEditEndsTheReplayOfALink() {
        controller.opened(link("?hidden=1&step=100000"));
        controller.ticked();

        controller.rateTyped("0.5");

        assertThat(controller.state().moving()).isFalse();
        assertThat(query()).contains("edits=").doesNotContain("step=100000");
    }

    @Test
    void aRateThatIsTooHighIsExplained() {
        controller.tried(100, "5");
        for (int i = 0; i < 30; i++) {
            controller.ticked();
        }

        assertThat(controller.state().message())
                .startsWith("The curve has left the plot: it runs from y = 1.00 to 1.00.")
                .contains("smaller learning rate");
        controller.trainedChecked();
        assertThat(controller.state().answers().trained().words()).contains("stuck far from the points");
    }

    @Test
    void resetBeginsFromTheSameWeightsAndTheCoursesValuesComeBack() {
        String first = controller.state().hash();
        controller.rateTyped("0.5");
        controller.stepped();
        controller.reset();
        assertThat(controller.state().hash()).isEqualTo(first);
        assertThat(query()).isEqualTo("?rate=0.5");

        controller.seedTyped("2");
        assertThat(controller.state().hash()).isNotEqualTo(first);
        controller.courseWanted();

        assertThat(query()).isEmpty();
        assertThat(controller.state().hash()).isEqualTo(first);
    }

    @Test
    void wrongAnswersAreToldWhyAndRightOnesTickTheLesson() {
        controller.parametersChecked("300");
        assertThat(controller.state().answers().parameters().words()).contains("a bias of its own");
        controller.parametersChecked("301");
        controller.noiseChecked("law");
        assertThat(controller.state().answers().noise().isRight()).isFalse();
        controller.noiseChecked("noise");
        controller.trainedChecked();
        assertThat(controller.state().answers().trained().words()).contains("press Train");
        assertThat(outside.solved).isZero();

        controller.tried(10, "0.9");
        runUntilItStands();
        controller.trainedChecked();

        assertThat(controller.state().cost()).isLessThan(3.3e-4);
        assertThat(controller.state().answers().trained().isRight()).isTrue();
        assertThat(outside.solved).isEqualTo(1);
    }

    private CurveController controller() {
        return new CurveController(outside, new HeapDevice(), () -> nanos += A_LOOK);
    }

    private void started() {
        controller.speedChosen("slow");
        controller.played();
        controller.ticked();
    }

    private void runUntilItStands() {
        runUntilItStands(controller);
    }

    private static void runUntilItStands(CurveController running) {
        while (running.state().moving()) {
            running.ticked();
        }
    }

    private String query() {
        return controller.link().query(text -> text);
    }

    private static LessonLink link(String query) {
        return LessonLink.of(query, text -> text);
    }
}
