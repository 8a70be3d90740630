package feedforward.lesson.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps that the training loop is put together from, one of which has no place in it. */
enum LoopStep {
    INITIALISE('i', "once", "Draw W and b at random"),
    SHUFFLE('s', "each epoch", "Shuffle the training images"),
    TAKE('t', "each batch", "Take the next 100 images x and labels y"),
    FORWARD('f', "each batch", "Forward: p = softmax(x·W + b)"),
    LOSS('l', "each batch", "Loss: C = −mean of ln p at the true class"),
    BACKWARD('b', "each batch", "Backward: ∂C/∂W = mean of outer(x, p − y), ∂C/∂b = mean of p − y"),
    UPDATE('u', "each batch", "Update: W ← W − η·∂C/∂W, b ← b − η·∂C/∂b"),
    JUDGE('j', "after each epoch", "Judge: loss and errors on training and test images"),
    TEST_UPDATE('x', "nowhere", "Update W and b on the test images too");

    private final char letter;
    private final String when;
    private final String words;

    LoopStep(char letter, String when, String words) {
        this.letter = letter;
        this.when = when;
        this.words = words;
    }

    /** How often it is done in the loop. */
    String when() {
        return when;
    }

    String words() {
        return words;
    }

    /** The order in a link: a letter for each step. */
    static String letters(List<LoopStep> steps) {
        StringBuilder letters = new StringBuilder();
        steps.forEach(step -> letters.append(step.letter));
        return letters.toString();
    }

    /** The order that letters say; none if one is no step's, or comes twice. */
    static Optional<List<LoopStep>> parse(String letters) {
        List<LoopStep> steps = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            Optional<LoopStep> step = named(letters.charAt(i));
            if (step.isEmpty() || steps.contains(step.get())) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return Optional.of(steps);
    }

    private static Optional<LoopStep> named(char letter) {
        for (LoopStep step : values()) {
            if (step.letter == letter) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
