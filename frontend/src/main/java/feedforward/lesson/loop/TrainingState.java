package feedforward.lesson.loop;

import feedforward.course.DigitTraining.Score;
import feedforward.lesson.TrainingProgress;
import java.util.List;

/**
 * What the lesson shows of the training. Immutable.
 *
 * @param hash of the weights, wherever the training stands still; empty else
 */
record TrainingState(Knobs knobs, TrainingProgress progress, List<Score> scores, String hash) {
    /** The knobs as typed and chosen. */
    record Knobs(String start, String rate, String batch, String epochs) {
        static final String RANDOM = "random";
        static final String ZEROS = "zeros";
        static final Knobs USUAL = new Knobs(RANDOM, "0.2", "100", "10");
    }

    TrainingState {
        scores = List.copyOf(scores);
    }
}
