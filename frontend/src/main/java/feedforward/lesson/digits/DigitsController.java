package feedforward.lesson.digits;

import feedforward.course.Confusion;
import feedforward.course.DigitWeights;
import feedforward.course.NotebookDigits;
import feedforward.data.IdxException;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.train.RunSpec;
import feedforward.wire.SavedModel;
import java.util.Arrays;
import java.util.Optional;

/** Decides what each event makes of the lesson. Mutable in its state and the labels that came last; knows no browser. */
final class DigitsController {
    private static final int MOST_DRAWS = 20;
    private static final int SIDE = NotebookDigits.SIDE;
    private static final int PIXELS = NotebookDigits.PIXELS;

    private final DigitsActions actions;
    private DigitsState state = DigitsState.of(
            DigitsState.FIRST_IMAGE, DigitsState.FIRST_PIXEL, DigitsState.FIRST_DIGIT, DigitsState.FIRST_SEED);
    private byte[] labels = {};

    DigitsController(DigitsActions actions) {
        this.actions = actions;
    }

    DigitsState state() {
        return state;
    }

    /** Sets the lesson as a link has it; the draws that were measured are measured again. */
    void opened(LessonLink link) {
        int image = link.count("image", DigitsState.FIRST_IMAGE, 0, TenDigits.COUNT - 1);
        int pixel = link.count("pixel", DigitsState.FIRST_PIXEL, 0, PIXELS - 1);
        int digit = link.count("digit", DigitsState.FIRST_DIGIT, 0, NotebookDigits.CLASSES - 1);
        long seed = (long) link.number("seed", (double) DigitsState.FIRST_SEED, 0, (double) RunSpec.LARGEST_SEED);
        int draws = link.count("draws", 0, 0, MOST_DRAWS);
        show(DigitsState.of(image, pixel, digit, seed));
        if (draws > 0) {
            measure(draws);
        }
    }

    LessonLink link() {
        LessonLink link = LessonLink.empty();
        link = state.image() == DigitsState.FIRST_IMAGE ? link : link.with("image", state.image());
        link = state.pixel() == DigitsState.FIRST_PIXEL ? link : link.with("pixel", state.pixel());
        link = state.digit() == DigitsState.FIRST_DIGIT ? link : link.with("digit", state.digit());
        link = state.seed() == DigitsState.FIRST_SEED ? link : link.with("seed", (double) state.seed());
        int draws = state.trial().planned();
        return draws == 0 ? link : link.with("draws", draws);
    }

    /** The ten images have come, as two idx files. */
    void arrived(byte[] images, byte[] labelFile) {
        try {
            show(state.with(TenDigits.parse(images, labelFile)));
        } catch (IdxException e) {
            failed(e.getMessage());
        }
    }

    void failed(String reason) {
        show(state.withTrouble("The ten images could not be loaded: " + reason + ". Reload the page to try again."));
    }

    void imageChosen(int image) {
        show(state.looking(image, state.digit()));
    }

    void digitChosen(int digit) {
        show(state.looking(state.image(), digit));
    }

    /** @param row 0 … 27; what lies outside is passed over */
    void pixelPointed(int row, int column) {
        if (row >= 0 && row < SIDE && column >= 0 && column < SIDE && state.pixel() != SIDE * row + column) {
            show(state.withPixel(SIDE * row + column));
        }
    }

    /** Goes on by so many rows and columns, up to the edge. */
    void pixelMoved(int rows, int columns) {
        int row = Math.max(0, Math.min(SIDE - 1, state.pixel() / SIDE + rows));
        int column = Math.max(0, Math.min(SIDE - 1, state.pixel() % SIDE + columns));
        pixelPointed(row, column);
    }

    void otherWeightsWanted() {
        actions.stopJudging();
        show(state.withSeed(state.seed() < RunSpec.LARGEST_SEED ? state.seed() + 1 : 0));
    }

    /** Back to how the lesson begins, but for the tasks that are solved. */
    void reset() {
        actions.stopJudging();
        DigitsState first = DigitsState.of(
                DigitsState.FIRST_IMAGE, DigitsState.FIRST_PIXEL, DigitsState.FIRST_DIGIT, DigitsState.FIRST_SEED);
        for (Task task : Task.values()) {
            first = state.solved(task) ? first.with(task, state.answer(task)) : first;
        }
        show(state.digits().map(first::with).orElse(first));
    }

    void indexChecked(String index) {
        checked(Task.INDEX, ArrayAnswers.index(index));
    }

    void placeChecked(String row, String column) {
        checked(Task.PLACE, ArrayAnswers.place(row, column));
    }

    void dimensionsChecked(String train, String values, String validation, String test, String largest) {
        checked(Task.DIMENSIONS, ArrayAnswers.dimensions(train, values, validation, test, largest));
    }

    void labelsChecked(String text) {
        state.digits().ifPresent(digits -> checked(Task.LABELS, ArrayAnswers.labels(text, digits)));
    }

    void productChecked(String text) {
        state.digits().ifPresent(digits -> {
            float x = digits.x(state.image())[state.pixel()];
            checked(
                    Task.PRODUCT,
                    PredictionAnswers.product(text, x, state.weights().weight(state.pixel(), state.digit())));
        });
    }

    void logitChecked(String text) {
        state.prediction()
                .ifPresent(prediction -> checked(
                        Task.LOGIT,
                        PredictionAnswers.logit(
                                text, prediction, state.digit(), state.weights().bias(state.digit()))));
    }

    void probabilityChecked(String text) {
        state.prediction()
                .ifPresent(prediction ->
                        checked(Task.PROBABILITY, PredictionAnswers.probability(text, prediction, state.digit())));
    }

    void correctChosen(String choice) {
        checked(Task.CORRECT, PredictionAnswers.correct(choice));
    }

    /** A guess is judged only by what is measured; before, it is noted. */
    void guessed(String text) {
        Answer answer = PredictionAnswers.guess(text);
        if (!answer.equals(Answer.OPEN)) {
            show(state.with(Task.GUESS, answer));
            return;
        }
        show(state.withGuess(Typed.number(text).get()).with(Task.GUESS, Answer.OPEN));
        judgeGuess();
    }

    /** The next random weights are tried on the test digits. */
    void measureWanted() {
        if (state.guess().isPresent()
                && !state.trial().running()
                && state.trial().wrong().size() < MOST_DRAWS) {
            measure(1);
        }
    }

    void measuringStopped() {
        actions.stopJudging();
        show(state.with(state.trial().stopped()));
    }

    void loading(double part) {
        if (state.trial().running()) {
            show(state.with(state.trial().at(Trial.Phase.LOADING, part)));
        }
    }

    void judging(double part) {
        if (state.trial().running()) {
            show(state.with(state.trial().at(Trial.Phase.JUDGING, part)));
        }
    }

    /** @param digits the test images' pixels, then their labels */
    void testDigitsArrived(byte[] digits) {
        int count = digits.length / (PIXELS + 1);
        labels = Arrays.copyOfRange(digits, count * PIXELS, digits.length);
    }

    /** The weights' answers to the test digits, which have just come. */
    void judged(float[] probabilities) {
        if (!state.trial().running()) {
            return;
        }
        Confusion confusion = new Confusion(probabilities, labels, NotebookDigits.CLASSES);
        show(state.with(state.trial().with(confusion.examples() - confusion.right(), confusion.examples())));
        if (state.trial().running()) {
            actions.judge(next());
        }
        judgeGuess();
    }

    void judgingFailed(String reason) {
        if (state.trial().running()) {
            show(state.with(state.trial().failed(reason)));
        }
    }

    private void measure(int draws) {
        show(state.with(state.trial().planning(draws)));
        actions.judge(next());
    }

    /** The weights of the seed behind those that were tried, as a file. */
    private byte[] next() {
        DigitWeights weights =
                DigitWeights.random(state.seed() + state.trial().wrong().size());
        return new SavedModel(DigitWeights.network(), Optional.empty(), Optional.empty(), weights.stored()).toBytes();
    }

    private void judgeGuess() {
        if (state.guess().isPresent() && !state.trial().wrong().isEmpty()) {
            checked(Task.GUESS, PredictionAnswers.measured(state.guess().getAsDouble(), state.trial()));
        }
    }

    private void checked(Task task, Answer answer) {
        show(state.with(task, answer));
        if (state.allSolved()) {
            actions.solved();
        }
    }

    private void show(DigitsState newer) {
        state = newer;
        actions.show();
    }
}
