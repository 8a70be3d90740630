package feedforward.lesson.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.Multiplications;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import org.junit.jupiter.api.Test;

class BackpropControllerTest {
    private final Outside outside = new Outside();
    private final BackpropController controller = new BackpropController(outside);

    /** What the controller asked for. */
    private static final class Outside implements BackpropActions {
        private int solved;

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @Test
    void stepsForwardAndBackBetweenTheEnds() {
        controller.steppedBack();
        assertThat(controller.state().steps()).isZero();

        for (int i = 0; i < 20; i++) {
            controller.stepped();
        }
        assertThat(controller.state().steps()).isEqualTo(13);
        controller.steppedBack();
        assertThat(controller.state().steps()).isEqualTo(12);
    }

    @Test
    void playsToTheEndAndStandsThereAndBeginsAgain() {
        controller.played();
        for (int frame = 0; frame < 12 * 90 - 1; frame++) {
            controller.ticked();
        }
        assertThat(controller.state().playing()).isTrue();
        controller.ticked();

        assertThat(controller.state().steps()).isEqualTo(13);
        assertThat(controller.state().playing()).isFalse();
        controller.played();
        assertThat(controller.state().steps()).isEqualTo(1);
        assertThat(controller.state().playing()).isTrue();
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    BackpropController other = new BackpropController(outside);
                    other.opened(link);
                    other.state().trace();
                    other.link();
                },
                "x1",
                "x2",
                "class",
                "weights",
                "step");
    }

    @Test
    void aLinkBringsBackExampleWeightsAndStep() {
        controller.placed(-0.25, 0.9);
        controller.classChosen(0);
        controller.newWeightsWanted();
        controller.weightChosen(4);
        controller.weightTyped("−1.5");
        controller.stepped();
        BackpropController other = new BackpropController(outside);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state().weights()).isEqualTo(controller.state().weights());
        assertThat(other.state().weights().get(4)).isEqualTo(-1.5);
        assertThat(other.state().example()).isEqualTo(controller.state().example());
        assertThat(other.state().steps()).isEqualTo(1);
        assertThat(new BackpropController(outside).link().query(text -> text)).isEmpty();
    }

    @Test
    void aWeightBeyondItsRangeChangesNothing() {
        controller.weightTyped("3.01");
        assertThat(controller.state().weights()).isEqualTo(BackpropState.USUAL_WEIGHTS);
        assertThat(controller.state().message()).contains("from −3 to 3");

        controller.weightTyped("−3");
        assertThat(controller.state().weights().get(0)).isEqualTo(-3);
    }

    @Test
    void allStepsTogetherTakeTheMultiplicationsOfTheTable() {
        Multiplications all = Multiplications.of(2, 3, 2);

        assertThat(CountTable.soFar(controller.state().trace()))
                .isEqualTo(all.forward() + " multiplications forward and " + all.backward() + " backward");
    }

    @Test
    void whatALinkCannotMeanIsSaid() {
        LessonLink link = LessonLink.of("?weights=1,2,3", text -> text);

        controller.opened(link);

        assertThat(controller.state()).isEqualTo(BackpropState.usual());
        assertThat(link.trouble()).contains("“weights” could not be used: expected 17 numbers in [-3, 3]");
    }

    @Test
    void aWeightThatIsNoNumberChangesNothing() {
        controller.weightTyped("much");

        assertThat(controller.state().weights()).isEqualTo(BackpropState.USUAL_WEIGHTS);
        assertThat(controller.state().message()).isEqualTo("w₁₁: expected a number from −3 to 3 but was “much”.");
        controller.weightTyped("0.25");
        assertThat(controller.state().message()).isEmpty();
        assertThat(controller.state().weights().get(0)).isEqualTo(0.25);
    }

    @Test
    void theFieldShowsTheChosenWeightWithItsSign() {
        assertThat(controller.state().chosenText()).isEqualTo("0.5");

        controller.weightChosen(1);

        assertThat(controller.state().chosenText()).isEqualTo("−0.4");
        controller.weightTyped(controller.state().chosenText());
        assertThat(controller.state()).isEqualTo(BackpropState.usual().choosing(1));
    }

    @Test
    void explainsEachUsualMistakeOfTheExercise() {
        assertThat(explained("0.192")).startsWith("The size is right").contains("mind the sign");
        assertThat(explained("-0.3")).startsWith("You left out tanh");
        assertThat(explained("0.384")).startsWith("That is ∂z");
        assertThat(explained("0.6")).startsWith("That is ∂h");
        assertThat(explained("-0.12")).contains("1 − h², not 1 − h");
        assertThat(explained("-0.064")).contains("first score alone");
        assertThat(explained("-0.128")).contains("second score alone");
        assertThat(explained("7")).startsWith("Go backward one arrow at a time");
        assertThat(explained("?")).isEqualTo("Expected a number such as −0.25, but was “?”.");
        assertThat(outside.solved).isZero();

        assertThat(explained("−0,192")).startsWith("∂h = 0.5·0.4");
        assertThat(controller.state().answer().isRight()).isTrue();
        assertThat(outside.solved).isEqualTo(1);
    }

    private String explained(String answer) {
        controller.slopeChecked(answer);
        return controller.state().answer().words();
    }
}
