package feedforward.lesson.digits;

import feedforward.course.DigitWeights;
import feedforward.course.Prediction;
import feedforward.lesson.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that the lesson shows. Immutable.
 *
 * @param digits the ten images; empty before they have come
 * @param trouble why they could not be had, else empty
 * @param image which of them is looked at, 0 … 9
 * @param pixel which of its pixels, 0 … 783
 * @param digit the class whose sum is worked out, 0 … 9
 * @param seed of the weights
 * @param weights that the seed gives
 * @param answers to the tasks, as far as they were checked
 * @param guess of the error rate of random weights, in per cent
 */
record DigitsState(
        Optional<TenDigits> digits,
        String trouble,
        int image,
        int pixel,
        int digit,
        long seed,
        DigitWeights weights,
        Map<Task, Answer> answers,
        OptionalDouble guess,
        Trial trial) {
    static final int FIRST_IMAGE = 0;
    /** Row 14, column 13: the middle, which is ink in the first image. */
    static final int FIRST_PIXEL = 405;

    static final int FIRST_DIGIT = 5;
    static final long FIRST_SEED = 1;

    DigitsState {
        answers = Map.copyOf(answers);
    }

    static DigitsState of(int image, int pixel, int digit, long seed) {
        return new DigitsState(
                Optional.empty(),
                "",
                image,
                pixel,
                digit,
                seed,
                DigitWeights.random(seed),
                Map.of(),
                OptionalDouble.empty(),
                Trial.NONE);
    }

    DigitsState with(TenDigits arrived) {
        return new DigitsState(Optional.of(arrived), "", image, pixel, digit, seed, weights, answers, guess, trial);
    }

    DigitsState withTrouble(String why) {
        return new DigitsState(digits, why, image, pixel, digit, seed, weights, answers, guess, trial);
    }

    DigitsState withPixel(int newPixel) {
        return new DigitsState(digits, trouble, image, newPixel, digit, seed, weights, answers, guess, trial);
    }

    /** What was worked out so far was worked out for another image or class. */
    DigitsState looking(int newImage, int newDigit) {
        return new DigitsState(
                digits, trouble, newImage, pixel, newDigit, seed, weights, withoutPrediction(), guess, trial);
    }

    DigitsState withSeed(long newSeed) {
        return new DigitsState(
                digits,
                trouble,
                image,
                pixel,
                digit,
                newSeed,
                DigitWeights.random(newSeed),
                withoutPrediction(),
                guess,
                Trial.NONE);
    }

    DigitsState with(Task task, Answer answer) {
        Map<Task, Answer> more = new LinkedHashMap<>(answers);
        more.put(task, answer);
        return new DigitsState(digits, trouble, image, pixel, digit, seed, weights, more, guess, trial);
    }

    DigitsState withGuess(double percent) {
        return new DigitsState(
                digits, trouble, image, pixel, digit, seed, weights, answers, OptionalDouble.of(percent), trial);
    }

    DigitsState with(Trial newTrial) {
        return new DigitsState(digits, trouble, image, pixel, digit, seed, weights, answers, guess, newTrial);
    }

    Answer answer(Task task) {
        return answers.getOrDefault(task, Answer.OPEN);
    }

    boolean solved(Task task) {
        return answer(task).isRight();
    }

    boolean allSolved() {
        for (Task task : Task.values()) {
            if (!solved(task)) {
                return false;
            }
        }
        return true;
    }

    /** What the weights make of the image; empty before it has come. */
    Optional<Prediction> prediction() {
        return digits.map(ten -> new Prediction(weights, ten.x(image)));
    }

    private Map<Task, Answer> withoutPrediction() {
        Map<Task, Answer> rest = new LinkedHashMap<>(answers);
        rest.remove(Task.PRODUCT);
        rest.remove(Task.LOGIT);
        rest.remove(Task.PROBABILITY);
        return rest;
    }
}
