package feedforward.lesson.activations;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.ActivationFunction;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class ActivationsControllerTest {
    private final Outside outside = new Outside();
    private final ActivationsController controller = new ActivationsController(outside);

    /** What the controller asked for. */
    private static final class Outside implements ActivationsActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void theInputStaysOnTheAxis() {
        controller.placed(17);
        assertThat(controller.state().z()).isEqualTo(6);

        controller.placed(-1.23456);
        assertThat(controller.state().z()).isEqualTo(-1.23f);
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    ActivationsController other = new ActivationsController(outside);
                    other.opened(link);
                    other.link();
                },
                "f",
                "z");
    }

    @Test
    void aLinkOpensTheSameFunctionAtTheSameInput() {
        controller.chosen("gelu");
        controller.placed(-0.75);
        ActivationsController other = new ActivationsController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state()).isEqualTo(controller.state());
        assertThat(other.state().function()).isEqualTo(ActivationFunction.GELU);
    }

    @Test
    void resetBringsBackFunctionAndInput() {
        controller.chosen("relu");
        controller.placed(-2);

        controller.reset();

        assertThat(controller.state()).isEqualTo(ActivationsState.first());
    }

    /** σ′(3.6) = 0.0259, a little more than a tenth of 0.25. */
    @Test
    void nearlyATenthIsNotATenth() {
        controller.placed(3.6);
        controller.slopeChecked();

        assertThat(controller.state().slope().words()).contains("0.0259", "go further from 0");
    }

    @Test
    void aLinksUnknownFunctionIsNoted() {
        LessonLink link = LessonLink.of("?f=step", text -> text);

        controller.opened(link);

        assertThat(link.trouble()).contains("“f” could not be used").contains("“step”");
        assertThat(controller.state().function()).isEqualTo(ActivationFunction.SIGMOID);
    }

    @Test
    void aSlopeThatIsNotATenthIsToldWhichWayToGo() {
        controller.placed(2);
        controller.slopeChecked();
        assertThat(controller.state().slope().words()).contains("is 0.1050", "go further from 0");

        controller.placed(-4.5);
        controller.slopeChecked();
        assertThat(controller.state().slope().words()).contains("go back towards 0");

        controller.chosen("tanh");
        controller.slopeChecked();
        assertThat(controller.state().slope().words()).contains("choose it first");
    }

    @Test
    void theLessonIsDoneWithBothExercises() {
        controller.layersChecked("4");
        assertThat(controller.state().layers().words()).contains("0.003906", "still above 0.001");
        controller.layersChecked("6");
        assertThat(controller.state().layers().words()).contains("one layer fewer");
        controller.layersChecked("5");
        assertThat(outside.solved).isZero();

        controller.placed(-3.64);
        controller.slopeChecked();

        assertThat(outside.solved).isEqualTo(1);
    }
}
