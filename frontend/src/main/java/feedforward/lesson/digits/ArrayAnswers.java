package feedforward.lesson.digits;

import feedforward.course.NotebookDigits;
import feedforward.lesson.Answer;
import feedforward.lesson.Typed;
import java.util.Optional;

/** What the tasks about the array say to an answer: places, dimensions, labels. */
final class ArrayAnswers {
    private static final int SIDE = NotebookDigits.SIDE;
    private static final int ROW = 14;
    private static final int COLUMN = 9;
    private static final int INDEX = 500;

    private ArrayAnswers() {}

    /** Which index the pixel in row 14 and column 9 has: 28 · 14 + 9 = 401. */
    static Answer index(String text) {
        int index = Typed.whole(text);
        if (index == SIDE * ROW + COLUMN) {
            return Answer.right(
                    "28 · 14 + 9 = 401. Fourteen full rows of 28 come first, then nine pixels of its own row.");
        }
        if (index < 0 || index > 783) {
            return Answer.wrong("Expected a whole number from 0 to 783, but was “" + text.trim() + "”.");
        }
        return Answer.wrong(
                switch (index) {
                    case SIDE * COLUMN + ROW ->
                        "That is 28 · 9 + 14: it goes down column by column. The array goes along the rows, one below the other.";
                    case ROW * COLUMN -> "That is 14 · 9. Each row before it has 28 pixels, so count the rows in 28s.";
                    case ROW + COLUMN -> "That is 14 + 9. Each row before it has 28 pixels, so count the rows in 28s.";
                    case SIDE * (ROW - 1) + COLUMN,
                            SIDE * (ROW - 1) + COLUMN - 1,
                            SIDE * ROW + COLUMN - 1,
                            SIDE * ROW + COLUMN + 1 ->
                        "Close: rows, columns and indices all begin at 0, so exactly 14 rows and 9 pixels come before it.";
                    default ->
                        "Row 14 begins at index 28 · 14 = 392. How many pixels of this row come before column 9?";
                });
    }

    /** Where index 500 = 28 · 17 + 24 lies. */
    static Answer place(String rowText, String columnText) {
        int row = Typed.whole(rowText);
        int column = Typed.whole(columnText);
        if (row < 0 || column < 0) {
            return Answer.wrong("Expected two whole numbers, a row and a column, each from 0 to 27.");
        }
        if (row == INDEX / SIDE && column == INDEX % SIDE) {
            return Answer.right("500 = 28 · 17 + 24: the quotient is the row, the remainder the column.");
        }
        if (row == INDEX % SIDE && column == INDEX / SIDE) {
            return Answer.wrong("Row and column have changed places: the full rows that fit into 500 give the row.");
        }
        if (row == INDEX / SIDE + 1 || column == INDEX % SIDE + 1) {
            return Answer.wrong("Rows and columns begin at 0: 17 full rows come before it, so it lies in row 17.");
        }
        if (row == INDEX / SIDE) {
            return Answer.wrong("The row is right. It begins at 28 · 17 = 476; how far from there is it to 500?");
        }
        return Answer.wrong("That place has the index 28 · " + row + " + " + column + " = " + (SIDE * row + column)
                + ", not 500. How many full rows of 28 fit into 500?");
    }

    /** The notebook's split: 50,000 images of 784 values, 10,000 to choose by, 10,000 to test; the largest value is 255/256. */
    static Answer dimensions(String train, String values, String validation, String test, String largest) {
        int trainCount = Typed.whole(train);
        if (trainCount != 50_000) {
            return Answer.wrong(
                    trainCount == 60_000
                            ? "60,000 images are in the file, and on the slides. The notebook sets the last 10,000 of them aside"
                                    + " for validation, so fewer are left to learn from."
                            : "Images to learn from: 60,000 are in the file, and 10,000 of them are set aside.");
        }
        int valueCount = Typed.whole(values);
        if (valueCount != 784) {
            return Answer.wrong(
                    valueCount == SIDE
                            ? "28 is the length of one row. The notebook’s images are flat: all 28 rows, one behind the other."
                            : "Values of an image: 28 rows of 28 pixels make how many?");
        }
        if (Typed.whole(validation) != 10_000) {
            return Answer.wrong("Validation: it is what the notebook sets aside of the 60,000, and it keeps 50,000.");
        }
        if (Typed.whole(test) != 10_000) {
            return Answer.wrong("Test: MNIST has a file of its own for these, with 10,000 images.");
        }
        return largest(largest);
    }

    private static Answer largest(String text) {
        Optional<Double> value = Typed.number(text);
        if (value.isEmpty()) {
            return Answer.wrong(Typed.noNumber("Largest value", text, "0.5"));
        }
        double largest = value.get();
        if (Math.abs(largest - 0.99609375) < 0.00005) {
            return Answer.right(
                    "x_train is [50000, 784], x_valid and x_test [10000, 784] each, and the largest value is"
                            + " 255/256 = 0.99609375. A power of two as divisor keeps every value exact.");
        }
        if (largest == 255) {
            return Answer.wrong(
                    "255 is the largest byte in the file, as on the slides. The notebook divides it by 256.");
        }
        if (largest == 1) {
            return Answer.wrong(
                    "It would be 1 if bytes were divided by 255, as this page’s training does. The notebook divides by 256.");
        }
        return Answer.wrong("The largest byte is 255, and the notebook divides by 256. How much is 255/256?");
    }

    /** The labels of the first ten images, in their order. */
    static Answer labels(String text, TenDigits digits) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                read.append(text.charAt(i));
            }
        }
        if (read.length() != TenDigits.COUNT) {
            return Answer.wrong("Expected ten digits, one for each image, but found " + read.length() + ".");
        }
        StringBuilder wrong = new StringBuilder();
        for (int image = 0; image < TenDigits.COUNT; image++) {
            if (read.charAt(image) - '0' != digits.label(image)) {
                wrong.append(wrong.length() == 0 ? "" : ", ")
                        .append("image ")
                        .append(image)
                        .append(" as ")
                        .append(read.charAt(image))
                        .append(" (its label says ")
                        .append(digits.label(image))
                        .append(")");
            }
        }
        return wrong.length() == 0
                ? Answer.right("5 0 4 1 9 2 1 3 1 4: your labels are those of the file.")
                : Answer.wrong(
                        "You read " + wrong + ". Handwriting can be argued about; the label is what its writer meant.");
    }
}
