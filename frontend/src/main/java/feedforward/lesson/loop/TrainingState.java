package feedforward.lesson.loop;

import feedforward.course.DigitTraining.Score;
import java.util.List;

/**
 * What the lesson shows of the training. Immutable.
 *
 * @param part of the download that has come, or of the way to where the training ends or pauses, in [0, 1]
 * @param hash of the weights, wherever the training stands still; empty else
 */
record TrainingState(
        Phase phase,
        Knobs knobs,
        String message,
        double part,
        double epochsDone,
        int updates,
        List<Score> scores,
        String hash) {

    /** The knobs as typed and chosen. */
    record Knobs(String start, String rate, String batch, String epochs) {
        static final String RANDOM = "random";
        static final String ZEROS = "zeros";
        static final Knobs USUAL = new Knobs(RANDOM, "0.2", "100", "10");
    }

    /** Where the training is. */
    enum Phase {
        IDLE("Train"),
        LOADING("Stop"),
        RUNNING("Pause"),
        PAUSED("Go on"),
        DONE("Train again"),
        FAILED("Try again");

        private final String button;

        Phase(String button) {
            this.button = button;
        }

        /** What the main button says. */
        String button() {
            return button;
        }
    }

    TrainingState {
        scores = List.copyOf(scores);
    }

    static TrainingState idle(Knobs knobs) {
        return new TrainingState(Phase.IDLE, knobs, "", 0, 0, 0, List.of(), "");
    }

    TrainingState in(Phase newer, String words) {
        return new TrainingState(newer, knobs, words, part, epochsDone, updates, scores, "");
    }

    TrainingState loaded(double newer, String words) {
        return new TrainingState(phase, knobs, words, newer, epochsDone, updates, scores, hash);
    }

    TrainingState at(double newPart, double newEpochs, int newUpdates, List<Score> newer) {
        return new TrainingState(phase, knobs, message, newPart, newEpochs, newUpdates, newer, hash);
    }

    /** Standing still, where the weights have this hash. */
    TrainingState standing(Phase newer, String words, double newPart, String newHash) {
        return new TrainingState(newer, knobs, words, newPart, epochsDone, updates, scores, newHash);
    }
}
