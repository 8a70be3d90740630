package feedforward.lesson.curve;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.lesson.curve.CurveState.Motion;
import org.junit.jupiter.api.Test;

class CurveControllerTest {
    private final OpenCurve lesson = new OpenCurve();
    private final CurveController controller = lesson.controller();

    @Test
    void trainsTheCoursesNetworkToItsGoalAndThenTenTimesAsFar() {
        controller.hiddenChosen(3);
        controller.goalTyped("500");
        controller.played();
        assertThat(controller.state().play()).isEqualTo("Pause");

        lesson.runUntilItStands();

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
    void aRateTypedWhileItTrainsCountsFromTheNextStep() {
        lesson.started();

        controller.rateTyped("0.25");

        assertThat(controller.state().motion()).isEqualTo(Motion.RUNNING);
        assertThat(controller.state().now().rate().learningRate()).isEqualTo(0.25f);
        assertThat(controller.state().steps()).isEqualTo(1);
        assertThat(lesson.query()).contains("edits=1r250000");
    }

    @Test
    void aRateThatIsNoneIsSaidAndTheRunKeepsItsOwn() {
        lesson.started();

        controller.rateTyped("quick");

        assertThat(controller.state().message())
                .isEqualTo("Learning rate: expected a number from 0.000001 to 10, such as 0.9, but was “quick”.");
        assertThat(controller.state().now().rate().learningRate()).isEqualTo(0.9f);
        controller.played();
        controller.played();
        assertThat(controller.state().motion()).isEqualTo(Motion.STANDING);
    }

    @Test
    void iterationsMayBeGrouped() {
        controller.goalTyped("20,000");

        assertThat(controller.state().goal()).isEqualTo(20_000);
    }

    @Test
    void aThousandStepsAreNotEnough() {
        controller.opened(OpenCurve.link("?iterations=1000"));
        controller.played();
        lesson.runUntilItStands();

        controller.trainedChecked();

        assertThat(controller.state().answers().trained().words())
                .contains("costs 0.0011", "It bends already, but not enough.");
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
        assertThat(lesson.query()).isEqualTo("?rate=0.5");

        controller.seedTyped("2");
        assertThat(controller.state().hash()).isNotEqualTo(first);
        controller.courseWanted();

        assertThat(lesson.query()).isEmpty();
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
        assertThat(lesson.timesSolved()).isZero();

        controller.tried(10, "0.9");
        lesson.runUntilItStands();
        controller.trainedChecked();

        assertThat(controller.state().cost()).isLessThan(3.3e-4);
        assertThat(controller.state().answers().trained().isRight()).isTrue();
        assertThat(lesson.timesSolved()).isEqualTo(1);
    }
}
