package feedforward.lesson.evaluation;

import feedforward.course.Confusion;
import feedforward.lesson.Answer;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;
import java.util.Optional;

/** What the exercises say to an answer about the network that is judged. */
final class JudgeAnswers {
    private static final Answer NO_NETWORK = Answer.wrong("Judge a network first: the answer is in its matrix.");

    private JudgeAnswers() {}

    /** Which pair of different digits is confused most often. */
    static Answer pair(Optional<Confusion> judged, String actualText, String answeredText) {
        if (judged.isEmpty()) {
            return NO_NETWORK;
        }
        int actual = digit(actualText);
        int answered = digit(answeredText);
        if (actual < 0 || answered < 0) {
            return Answer.wrong("Expected two digits from 0 to 9.");
        }
        if (actual == answered) {
            return Answer.wrong("That cell is on the diagonal: these were read rightly. Look beside it.");
        }
        Confusion confusion = judged.get();
        int[] most = confusion.mostConfused();
        int largest = confusion.count(most[0], most[1]);
        int count = confusion.count(actual, answered);
        if (count == largest) {
            return Answer.right(times(count) + " a " + actual + " was taken for a " + answered
                    + ", more often than any other pair. Open the cell: would you have read them?");
        }
        if (confusion.count(answered, actual) == largest) {
            return Answer.wrong("The other way round. A row is what an image is, a column what was said; this cell has "
                    + count + ".");
        }
        return Answer.wrong(
                times(count) + " that happened. There is a cell off the diagonal with " + largest + ": the reddest.");
    }

    /** Which digit has the lowest accuracy. */
    static Answer weakest(Optional<Confusion> judged, String text) {
        if (judged.isEmpty()) {
            return NO_NETWORK;
        }
        int digit = digit(text);
        if (digit < 0) {
            return Answer.wrong("Expected one digit from 0 to 9.");
        }
        Confusion confusion = judged.get();
        int weakest = 0;
        int mostNamed = 0;
        for (int c = 1; c < confusion.classes(); c++) {
            weakest = confusion.accuracy(c) < confusion.accuracy(weakest) ? c : weakest;
            mostNamed = wronglyNamed(confusion, c) > wronglyNamed(confusion, mostNamed) ? c : mostNamed;
        }
        String own = "The digit " + digit + " is read rightly in " + Numbers.percent(confusion.accuracy(digit))
                + " of its images";
        if (confusion.accuracy(digit) == confusion.accuracy(weakest)) {
            return Answer.right(own + ", the least of all ten.");
        }
        if (digit == mostNamed) {
            return Answer.wrong(
                    own + ". It is the one that others are most often taken for: that is its column, not its row.");
        }
        return Answer.wrong(own + "; another has less. Divide each cell of the diagonal by the sum of its row.");
    }

    /** The standard error of an accuracy of 99 % on 10,000 images, in percentage points: 0.0995. */
    static Answer error(String text) {
        double value = Typed.number(text).orElse(Double.NaN);
        if (Double.isNaN(value)) {
            return Answer.wrong("Expected a number such as 0.5, but was “" + text.trim() + "”.");
        }
        if (value >= 0.095 && value <= 0.105) {
            return Answer.right(
                    "√(0.99 · 0.01 / 10,000) = 0.000995, or 0.10 points. Two networks a tenth of a point apart could as"
                            + " well be equally good.");
        }
        if (value > 0.0009 && value < 0.0011) {
            return Answer.wrong("As a fraction, yes. In percentage points it is a hundred times that.");
        }
        if (value == 1) {
            return Answer.wrong(
                    "1 % is the error rate itself. The question is how far it would stray with 10,000 other images.");
        }
        if (value > 9.9 && value < 10) {
            return Answer.wrong("That is √(0.99 · 0.01) as a percentage, without the division by N = 10,000.");
        }
        if (value > 9e-7 && value < 1e-4) {
            return Answer.wrong("The root is missing: 0.99 · 0.01 / 10,000 is the variance.");
        }
        return Answer.wrong("Put a = 0.99 and N = 10,000 into √(a(1 − a)/N), and multiply by 100.");
    }

    private static int wronglyNamed(Confusion confusion, int c) {
        return confusion.answered(c) - confusion.count(c, c);
    }

    private static String times(int count) {
        return count == 1 ? "Once" : count + " times";
    }

    /** −1 if it is none. */
    private static int digit(String text) {
        String typed = text.trim();
        boolean one = typed.length() == 1 && typed.charAt(0) >= '0' && typed.charAt(0) <= '9';
        return one ? typed.charAt(0) - '0' : -1;
    }
}
