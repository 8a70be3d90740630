package feedforward.lesson.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.course.DigitWeights;
import feedforward.course.NotebookDigits;
import feedforward.data.IdxFile;
import feedforward.data.IdxImages;
import feedforward.lesson.Answer;
import feedforward.lesson.HostileLinks;
import feedforward.lesson.LessonLink;
import feedforward.view.Numbers;
import feedforward.wire.SavedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsControllerTest {
    private static final byte[] LABELS = {5, 0, 4, 1, 9, 2, 1, 3, 1, 4};

    private final Outside outside = new Outside();
    private final DigitsController controller = arrived(new DigitsController(outside));

    /** What the controller asked for. */
    private static final class Outside implements DigitsActions {
        private final List<byte[]> judged = new ArrayList<>();
        private int stopped;
        private int solved;

        @Override
        public void judge(byte[] file) {
            judged.add(file);
        }

        @Override
        public void stopJudging() {
            stopped++;
        }

        @Override
        public void show() {}

        @Override
        public void solved() {
            solved++;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "266 | column by column",
                "126 | count the rows in 28s",
                "23 | count the rows in 28s",
                "373 | begin at 0",
                "402 | begin at 0",
                "12 | Row 14 begins at index 28 · 14 = 392",
                "x | Expected a whole number from 0 to 783",
                "784 | Expected a whole number from 0 to 783"
            })
    void aWrongIndexIsToldWhy(String typed, String why) {
        controller.indexChecked(typed);

        assertThat(answer(Task.INDEX).isRight()).isFalse();
        assertThat(answer(Task.INDEX).words()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24 | 17 | changed places",
                "18 | 25 | begin at 0",
                "17 | 3 | begins at 28 · 17 = 476",
                "2 | 3 | has the index 28 · 2 + 3 = 59",
                "a | 3 | two whole numbers"
            })
    void aWrongPlaceIsToldWhy(String row, String column, String why) {
        controller.placeChecked(row, column);

        assertThat(answer(Task.PLACE).isRight()).isFalse();
        assertThat(answer(Task.PLACE).words()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60000 | 784 | 10000 | 10000 | 0.99609375 | in the file, and on the slides",
                "50000 | 28 | 10000 | 10000 | 0.99609375 | one row",
                "50000 | 784 | 5000 | 10000 | 0.99609375 | sets aside",
                "50000 | 784 | 10000 | 5000 | 0.99609375 | a file of its own",
                "50000 | 784 | 10000 | 10000 | 255 | divides it by 256",
                "50000 | 784 | 10000 | 10000 | 1 | divided by 255",
                "50000 | 784 | 10000 | 10000 | much | expected a number"
            })
    void wrongDimensionsAreToldWhy(
            String train, String values, String validation, String test, String largest, String why) {
        controller.dimensionsChecked(train, values, validation, test, largest);

        assertThat(answer(Task.DIMENSIONS).isRight()).isFalse();
        assertThat(answer(Task.DIMENSIONS).words()).contains(why);
    }

    @Test
    void namesTheImagesThatWereReadWrong() {
        controller.labelsChecked("5 0 4 1 4 2 1 3 1 9");

        assertThat(answer(Task.LABELS).words())
                .startsWith("You read image 4 as 4 (its label says 9), image 9 as 9 (its label says 4).");

        controller.labelsChecked("504");

        assertThat(answer(Task.LABELS).words()).isEqualTo("Expected ten digits, one for each image, but found 3.");
    }

    @Test
    void eachStepOfThePredictionKnowsItsUsualMistakes() {
        double x = 0.5;
        double w = controller.state().weights().weight(405, 5);
        controller.pixelPointed(14, 13);
        controller.productChecked(Double.toString(x + w));
        assertThat(answer(Task.PRODUCT).words()).contains("That is the sum");
        controller.productChecked(Double.toString(-x * w));
        assertThat(answer(Task.PRODUCT).words()).contains("sign");
        controller.productChecked(Numbers.fixed(x * w, 3));
        assertThat(answer(Task.PRODUCT).isRight()).isTrue();

        float sum = controller.state().prediction().orElseThrow().sum(5);
        float bias = controller.state().weights().bias(5);
        controller.logitChecked(Numbers.fixed(sum, 4));
        assertThat(answer(Task.LOGIT).words()).contains("Add the class’s bias");
        controller.logitChecked(Numbers.fixed(sum + bias, 3));
        assertThat(answer(Task.LOGIT).isRight()).isTrue();

        int answer = controller.state().prediction().orElseThrow().answer();
        controller.digitChosen(answer);
        float p = controller.state().prediction().orElseThrow().probability(answer);
        assertThat(p).isBetween(0.1f, 0.998f);
        controller.probabilityChecked("1");
        assertThat(answer(Task.PROBABILITY).words()).contains("exponential alone");
        controller.probabilityChecked(Numbers.fixed(p * 100, 2) + " %");
        assertThat(answer(Task.PROBABILITY).isRight()).isTrue();
    }

    @Test
    void aPixelOfPaperHasNothingToSay() {
        controller.pixelPointed(0, 1);

        controller.productChecked("0");

        assertThat(answer(Task.PRODUCT).words()).contains("This pixel is paper");
    }

    @Test
    void whatWasWorkedOutForOneImageIsOpenForAnother() {
        controller.logitChecked(
                Numbers.fixed(controller.state().prediction().orElseThrow().logit(5), 4));
        controller.indexChecked("401");
        assertThat(answer(Task.LOGIT).isRight()).isTrue();

        controller.imageChosen(3);

        assertThat(answer(Task.LOGIT)).isEqualTo(Answer.OPEN);
        assertThat(answer(Task.INDEX).isRight()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max | never the same",
                "half | may well be 0.4",
                "product | argmax(p) is a class",
                "'' | Choose one"
            })
    void aWrongExpressionIsToldWhy(String choice, String why) {
        controller.correctChosen(choice);

        assertThat(answer(Task.CORRECT).isRight()).isFalse();
        assertThat(answer(Task.CORRECT).words()).contains(why);
    }

    @Test
    void nothingIsMeasuredBeforeAGuess() {
        controller.measureWanted();
        assertThat(outside.judged).isEmpty();

        controller.guessed("50 %");
        controller.measureWanted();

        assertThat(outside.judged).hasSize(1);
        SavedModel asked = SavedModel.parse(outside.judged.get(0));
        assertThat(asked.network()).isEqualTo(DigitWeights.network());
        assertThat(asked.weights()).isEqualTo(DigitWeights.random(1).stored());
    }

    @Test
    void theGuessIsJudgedByWhatWasMeasured() {
        controller.guessed("50");
        controller.measureWanted();
        answerAll(7);

        assertThat(controller.state().trial().meanErrorRate()).isCloseTo(0.9, within(1e-9));
        assertThat(answer(Task.GUESS).words()).contains("Measured: 90.00 %", "you guessed 50 %", "two classes");

        controller.guessed("10");
        assertThat(answer(Task.GUESS).words()).contains("share that chance gets right");
        controller.guessed("90");
        assertThat(answer(Task.GUESS).isRight()).isTrue();
    }

    @Test
    void eachMeasurementTakesTheNextSeed() {
        controller.guessed("90");
        controller.measureWanted();
        answerAll(3);
        controller.measureWanted();

        assertThat(SavedModel.parse(outside.judged.get(1)).weights())
                .isEqualTo(DigitWeights.random(2).stored());
    }

    @Test
    void noLinkStopsTheLesson() {
        HostileLinks.open(
                link -> {
                    DigitsController other = new DigitsController(outside);
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
        answerAll(3);
        controller.measureWanted();
        answerAll(4);
        controller.imageChosen(7);
        controller.pixelPointed(9, 11);
        DigitsController other = arrived(new DigitsController(outside));
        outside.judged.clear();

        other.opened(LessonLink.of(controller.link().query(text -> text), text -> text));

        assertThat(other.state().image()).isEqualTo(7);
        assertThat(other.state().pixel()).isEqualTo(9 * 28 + 11);
        assertThat(other.state().trial().planned()).isEqualTo(2);
        assertThat(SavedModel.parse(outside.judged.get(0)).weights())
                .isEqualTo(DigitWeights.random(1).stored());
    }

    @Test
    void aLinkLooksAtTheSameClass() {
        controller.digitChosen(8);
        controller.otherWeightsWanted();
        DigitsController other = new DigitsController(outside);

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

        assertThat(answer(Task.INDEX).isRight()).isTrue();
        assertThat(answer(Task.PLACE)).isEqualTo(Answer.OPEN);
        assertThat(controller.state().image()).isZero();
        assertThat(controller.state().digits()).isPresent();
    }

    @Test
    void aStoppedMeasurementLeavesWhatWasMeasured() {
        controller.guessed("90");
        controller.measureWanted();
        controller.measuringStopped();
        answerAll(3);
        controller.judgingFailed("late");

        assertThat(controller.state().trial().message()).isEmpty();
        assertThat(outside.stopped).isEqualTo(1);
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
        assertThat(outside.solved).isZero();

        answerAll(2);

        assertThat(outside.solved).isEqualTo(1);
    }

    private Answer answer(Task task) {
        return controller.state().answer(task);
    }

    /** The network answers one class to ten digits, one of each class. */
    private void answerAll(int answer) {
        byte[] digits = new byte[10 * 785];
        float[] probabilities = new float[100];
        for (int i = 0; i < 10; i++) {
            digits[10 * 784 + i] = (byte) i;
            probabilities[10 * i + answer] = 1;
        }
        controller.testDigitsArrived(digits);
        controller.judged(probabilities);
    }

    /** Ten images with every third pixel one half, from the corner on. */
    private static DigitsController arrived(DigitsController controller) {
        byte[] pixels = new byte[10 * NotebookDigits.PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % NotebookDigits.PIXELS % 3 == 0 ? (byte) 128 : 0;
        }
        controller.arrived(IdxFile.writeImages(new IdxImages(10, 28, 28, pixels)), IdxFile.writeLabels(LABELS));
        return controller;
    }
}
