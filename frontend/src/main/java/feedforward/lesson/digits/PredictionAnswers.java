package feedforward.lesson.digits;

import feedforward.course.Prediction;
import feedforward.lesson.Answer;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;
import java.util.Optional;

/** What the tasks about the prediction say to an answer: each step of softmax(x·W + b), correct(), the error rate. */
final class PredictionAnswers {
    /** Half a unit of the third decimal, as the numbers on the page are rounded. */
    private static final double CLOSE = 0.00051;

    private PredictionAnswers() {}

    /** The product of a pixel and its weight. */
    static Answer product(String text, float x, float weight) {
        Optional<Double> typed = Typed.number(text);
        if (typed.isEmpty()) {
            return noNumber(text);
        }
        double value = typed.get();
        double product = (double) x * weight;
        if (x == 0) {
            return Answer.wrong(
                    "This pixel is paper: 0 times anything is 0. Choose one with ink, it has something to say.");
        }
        if (close(value, product)) {
            return Answer.right(
                    Numbers.fixed(x, 4) + " · " + Numbers.fixed(weight, 4) + " = " + Numbers.fixed(product, 4)
                            + ". One of the 784 products; ink on a weight above zero speaks for the digit, on one below against it.");
        }
        if (close(value, -product)) {
            return Answer.wrong("The sign is wrong: ink is never negative, so the product has the sign of the weight.");
        }
        if (close(value, x + weight)) {
            return Answer.wrong("That is the sum. In x·W each pixel is multiplied by its weight.");
        }
        if (Math.abs(value - product * 256) < 0.2) {
            return Answer.wrong("That multiplies the byte. The notebook’s x is the byte divided by 256.");
        }
        return Answer.wrong("Multiply this pixel’s x by its weight, and give at least three decimals.");
    }

    /** z = x·W + b of one class. */
    static Answer logit(String text, Prediction prediction, int digit, float bias) {
        Optional<Double> typed = Typed.number(text);
        if (typed.isEmpty()) {
            return noNumber(text);
        }
        double value = typed.get();
        double sum = prediction.sum(digit);
        if (close(value, prediction.logit(digit))) {
            return Answer.right("z = " + Numbers.fixed(prediction.logit(digit), 4)
                    + ". A score; any number, large for a digit that the weights favour.");
        }
        if (close(value, sum)) {
            return Answer.wrong("That is x·W alone. Add the class’s bias b = " + Numbers.fixed(bias, 4) + ".");
        }
        if (close(value, sum - bias)) {
            return Answer.wrong("The bias was taken away; it is added.");
        }
        if (close(value, sum * bias)) {
            return Answer.wrong("The bias was multiplied; it is added, once, after all products.");
        }
        return Answer.wrong("Take the sum of the products, " + Numbers.fixed(sum, 4) + ", and add the bias, "
                + Numbers.fixed(bias, 4) + ".");
    }

    /** p = e^(z − max) / Σ e^(z − max) of one class. */
    static Answer probability(String text, Prediction prediction, int digit) {
        Optional<Double> typed = Typed.number(text);
        if (typed.isEmpty()) {
            return noNumber(text);
        }
        double given = typed.get();
        double value = text.indexOf('%') >= 0 ? given / 100 : given;
        double p = prediction.probability(digit);
        if (close(value, p)) {
            return Answer.right("p = " + Numbers.fixed(p, 4)
                    + ". The ten of them add up to 1, so they can be read as probabilities.");
        }
        if (close(value, p * 100)) {
            return Answer.wrong("That is in per cent; write the sign with it, or give a number from 0 to 1.");
        }
        if (close(value, prediction.exponential(digit)) && prediction.total() > 1.001) {
            return Answer.wrong("That is the exponential alone. Divide it by the sum of all ten, "
                    + Numbers.fixed(prediction.total(), 4) + ".");
        }
        double scores = 0;
        for (int j = 0; j < 10; j++) {
            scores += prediction.logit(j);
        }
        if (close(value, prediction.logit(digit) / scores)) {
            return Answer.wrong(
                    "That divides the scores themselves. Take their exponentials first: those are never negative.");
        }
        return Answer.wrong("Divide this class’s exponential, " + Numbers.fixed(prediction.exponential(digit), 4)
                + ", by the sum of all ten, " + Numbers.fixed(prediction.total(), 4) + ".");
    }

    /** Which expression says whether an answer is right. */
    static Answer correct(String choice) {
        return switch (choice) {
            case "argmax" ->
                Answer.right(
                        "The answer is the class with the largest probability, and it is right if it is the label. Below, your"
                                + " function goes over the ten images.");
            case "max" ->
                Answer.wrong(
                        "max(p) is the largest probability, such as 0.83, and y is a class, such as 5. The two are never the"
                                + " same; ask for the place of the largest.");
            case "half" ->
                Answer.wrong(
                        "With ten classes that share a total of 1, the largest may well be 0.4. This calls such an answer wrong,"
                                + " although no other digit got more.");
            case "product" ->
                Answer.wrong(
                        "p[y] is the probability of the label, and argmax(p) is a class. Compare the class with the label"
                                + " itself.");
            default -> Answer.wrong("Choose one of the four.");
        };
    }

    /** A guess of the error rate, as far as it can be judged before anything is measured. */
    static Answer guess(String text) {
        Optional<Double> typed = Typed.number(text);
        if (typed.isEmpty() || typed.get() < 0 || typed.get() > 100) {
            return Answer.wrong("Expected a percentage from 0 to 100, but was “" + text.trim() + "”.");
        }
        return Answer.OPEN;
    }

    /** The guess beside what was measured. */
    static Answer measured(double guess, Trial trial) {
        String now = "Measured: " + Numbers.percent(trial.meanErrorRate())
                + (trial.wrong().size() == 1
                        ? " wrong"
                        : " wrong on average over " + trial.wrong().size() + " draws")
                + "; you guessed " + Numbers.fixed(guess, 0) + " %. ";
        if (Math.abs(guess - 90) <= 5) {
            return Answer.right(now
                    + "Weights that know nothing are right about once in ten, for there are ten digits. One draw may lie several"
                    + " points off: the same weights judge all digits, so their luck is shared.");
        }
        if (Math.abs(guess - 10) <= 5) {
            return Answer.wrong(
                    now + "10 % is the share that chance gets right. The error rate counts the rest. Guess again.");
        }
        if (Math.abs(guess - 50) <= 5) {
            return Answer.wrong(
                    now + "Half would be wrong if there were two classes. Here there are ten. Guess again.");
        }
        if (guess > 95) {
            return Answer.wrong(
                    now + "Even an answer at random is right sometimes: how often, with ten digits? Guess again.");
        }
        return Answer.wrong(now + "Whatever the image, chance names its digit once in how many times? Guess again.");
    }

    private static boolean close(double value, double expected) {
        return Math.abs(value - expected) <= CLOSE;
    }

    private static Answer noNumber(String text) {
        return Answer.wrong("Expected a number such as −0.25, but was “" + text.trim() + "”.");
    }
}
