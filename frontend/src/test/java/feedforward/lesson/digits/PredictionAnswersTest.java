package feedforward.lesson.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import feedforward.view.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionAnswersTest {
    private final OpenDigits lesson = new OpenDigits();
    private final DigitsController controller = lesson.controller();

    @Test
    void eachStepOfThePredictionKnowsItsUsualMistakes() {
        double x = 0.5;
        double w = controller.state().weights().weight(405, 5);
        controller.pixelPointed(14, 13);
        controller.productChecked(Double.toString(x + w));
        assertThat(lesson.answer(Task.PRODUCT).words()).contains("That is the sum");
        controller.productChecked(Double.toString(-x * w));
        assertThat(lesson.answer(Task.PRODUCT).words()).contains("sign");
        controller.productChecked(Numbers.fixed(x * w, 3));
        assertThat(lesson.answer(Task.PRODUCT).isRight()).isTrue();

        float sum = controller.state().prediction().orElseThrow().sum(5);
        float bias = controller.state().weights().bias(5);
        controller.logitChecked(Numbers.fixed(sum, 4));
        assertThat(lesson.answer(Task.LOGIT).words()).contains("Add the class’s bias");
        controller.logitChecked(Numbers.fixed(sum + bias, 3));
        assertThat(lesson.answer(Task.LOGIT).isRight()).isTrue();

        int answer = controller.state().prediction().orElseThrow().answer();
        controller.digitChosen(answer);
        float p = controller.state().prediction().orElseThrow().probability(answer);
        assertThat(p).isBetween(0.1f, 0.998f);
        controller.probabilityChecked("1");
        assertThat(lesson.answer(Task.PROBABILITY).words()).contains("exponential alone");
        controller.probabilityChecked(Numbers.fixed(p * 100, 2) + " %");
        assertThat(lesson.answer(Task.PROBABILITY).isRight()).isTrue();
    }

    @Test
    void aPixelOfPaperHasNothingToSay() {
        controller.pixelPointed(0, 1);

        controller.productChecked("0");

        assertThat(lesson.answer(Task.PRODUCT).words()).contains("This pixel is paper");
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

        assertThat(lesson.answer(Task.CORRECT).isRight()).isFalse();
        assertThat(lesson.answer(Task.CORRECT).words()).contains(why);
    }

    @Test
    void theGuessIsJudgedByWhatWasMeasured() {
        controller.guessed("50");
        controller.measureWanted();
        lesson.answerAll(7);

        assertThat(controller.state().trial().meanErrorRate()).isCloseTo(0.9, within(1e-9));
        assertThat(lesson.answer(Task.GUESS).words()).contains("Measured: 90.00 %", "you guessed 50 %", "two classes");

        controller.guessed("10");
        assertThat(lesson.answer(Task.GUESS).words()).contains("share that chance gets right");
        controller.guessed("90");
        assertThat(lesson.answer(Task.GUESS).isRight()).isTrue();
    }
}
