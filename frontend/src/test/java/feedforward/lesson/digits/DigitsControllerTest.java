package feedforward.lesson.digits;

import static org.assertj.core.api.Assertions.assertThat;

import feedforward.course.DigitWeights;
import feedforward.lesson.Answer;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.view.Numbers;
import feedforward.wire.SavedModel;
import org.junit.jupiter.api.Test;

class DigitsControllerTest {
    private final OpenDigits lesson = new OpenDigits();
    private final DigitsController controller = lesson.controller();

    @Test
    void whatWasWorkedOutForOneImageIsOpenForAnother() {
        controller.logitChecked(
                Numbers.fixed(controller.state().prediction().orElseThrow().logit(5), 4));
        controller.indexChecked("401");
        assertThat(lesson.answer(Task.LOGIT).isRight()).isTrue();

        controller.imageChosen(3);

        assertThat(lesson.answer(Task.LOGIT)).isEqualTo(Answer.OPEN);
        assertThat(lesson.answer(Task.INDEX).isRight()).isTrue();
    }

    @Test
    void nothingIsMeasuredBeforeAGuess() {
        controller.measureWanted();
        assertThat(lesson.judged()).isEmpty();

        controller.guessed("50 %");
        controller.measureWanted();

        assertThat(lesson.judged()).hasSize(1);
        SavedModel asked = SavedModel.parse(lesson.judged().get(0));
        assertThat(asked.network()).isEqualTo(DigitWeights.network());
        assertThat(asked.weights()).isEqualTo(DigitWeights.random(1).stored());
    }

    @Test
    void eachMeasurementTakesTheNextSeed() {
        controller.guessed("90");
        controller.measureWanted();
        lesson.answerAll(3);
        controller.measureWanted();

        assertThat(SavedModel.parse(lesson.judged().get(1)).weights())
                .isEqualTo(DigitWeights.random(2).stored());
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    DigitsController other = new DigitsController(lesson);
                    other.opened(link);
                    other.link();
                },
                "image",
                "pixel",
                "digit",
                "seed",
                "draws");
    }

    @Test
    void aLinkMeasuresTheSameDrawsAgain() {
        controller.guessed("90");
        controller.measureWanted();
        lesson.answerAll(3);
        controller.measureWanted();
        lesson.answerAll(4);
        controller.imageChosen(7);
        controller.pixelPointed(9, 11);
        DigitsController other = lesson.another();
        lesson.judged().clear();

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state().image()).isEqualTo(7);
        assertThat(other.state().pixel()).isEqualTo(9 * 28 + 11);
        assertThat(other.state().trial().planned()).isEqualTo(2);
        assertThat(SavedModel.parse(lesson.judged().get(0)).weights())
                .isEqualTo(DigitWeights.random(1).stored());
    }

    @Test
    void aLinkLooksAtTheSameClass() {
        controller.digitChosen(8);
        controller.otherWeightsWanted();
        DigitsController other = new DigitsController(lesson);

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state().digit()).isEqualTo(8);
        assertThat(other.state().seed()).isEqualTo(2);
    }

    @Test
    void aResetKeepsWhatIsSolved() {
        controller.indexChecked("401");
        controller.placeChecked("1", "1");
        controller.imageChosen(3);

        controller.reset();

        assertThat(lesson.answer(Task.INDEX).isRight()).isTrue();
        assertThat(lesson.answer(Task.PLACE)).isEqualTo(Answer.OPEN);
        assertThat(controller.state().image()).isZero();
        assertThat(controller.state().digits()).isPresent();
    }

    @Test
    void aStoppedMeasurementLeavesWhatWasMeasured() {
        controller.guessed("90");
        controller.measureWanted();
        controller.measuringStopped();
        lesson.answerAll(3);
        controller.judgingFailed("late");

        assertThat(controller.state().trial().message()).isEmpty();
        assertThat(lesson.timesStopped()).isEqualTo(1);
        assertThat(controller.state().trial().wrong()).isEmpty();
        assertThat(controller.state().trial().running()).isFalse();
    }

    @Test
    void theArrowKeysEndAtTheEdge() {
        controller.pixelMoved(-99, 0);
        assertThat(controller.state().pixel()).isEqualTo(13);
        controller.pixelMoved(0, -99);
        assertThat(controller.state().pixel()).isZero();
        controller.pixelMoved(1, 1);
        assertThat(controller.state().pixel()).isEqualTo(29);
    }

    @Test
    void allTasksTogetherSolveTheLesson() {
        controller.indexChecked("401");
        controller.placeChecked("17", "24");
        controller.dimensionsChecked("50,000", "784", "10,000", "10,000", "0.99609375");
        controller.labelsChecked("5041921314");
        controller.correctChosen("argmax");
        controller.productChecked(
                Numbers.fixed(0.5 * controller.state().weights().weight(405, 5), 4));
        controller.logitChecked(
                Numbers.fixed(controller.state().prediction().orElseThrow().logit(5), 4));
        controller.probabilityChecked(
                Numbers.fixed(controller.state().prediction().orElseThrow().probability(5), 4));
        controller.guessed("90");
        controller.measureWanted();
        assertThat(lesson.timesSolved()).isZero();

        lesson.answerAll(2);

        assertThat(lesson.timesSolved()).isEqualTo(1);
    }
}
