package feedforward.lesson.digits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayAnswersTest {
    private final OpenDigits lesson = new OpenDigits();
    private final DigitsController controller = lesson.controller();

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

        assertThat(lesson.answer(Task.INDEX).isRight()).isFalse();
        assertThat(lesson.answer(Task.INDEX).words()).contains(why);
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

        assertThat(lesson.answer(Task.PLACE).isRight()).isFalse();
        assertThat(lesson.answer(Task.PLACE).words()).contains(why);
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

        assertThat(lesson.answer(Task.DIMENSIONS).isRight()).isFalse();
        assertThat(lesson.answer(Task.DIMENSIONS).words()).contains(why);
    }

    @Test
    void namesTheImagesThatWereReadWrong() {
        controller.labelsChecked("5 0 4 1 4 2 1 3 1 9");

        assertThat(lesson.answer(Task.LABELS).words())
                .startsWith("You read image 4 as 4 (its label says 9), image 9 as 9 (its label says 4).");

        controller.labelsChecked("504");

        assertThat(lesson.answer(Task.LABELS).words())
                .isEqualTo("Expected ten digits, one for each image, but found 3.");
    }
}
