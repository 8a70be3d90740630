package feedforward.lesson.gradient;

import feedforward.course.GradientRace;
import java.util.List;

/**
 * What the lesson shows of the two trainings. Immutable.
 *
 * @param epochs as typed
 * @param part of the download that has come, or of the way to where the trainings end or pause, in [0, 1]
 * @param updates that each has made
 * @param hashes of both networks' weights, wherever they stand still; empty else
 */
record RaceState(
        Phase phase,
        String epochs,
        String message,
        double part,
        int updates,
        double epochsDone,
        List<GradientRace.Point> points,
        String hashes) {

    /** Where the trainings are. */
    enum Phase {
        IDLE("Train both"),
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

    RaceState {
        points = List.copyOf(points);
    }

    static RaceState idle(String epochs) {
        return new RaceState(Phase.IDLE, epochs, "", 0, 0, 0, List.of(), "");
    }

    RaceState in(Phase newer, String words) {
        return new RaceState(newer, epochs, words, part, updates, epochsDone, points, "");
    }

    RaceState loaded(double newer, String words) {
        return new RaceState(phase, epochs, words, newer, updates, epochsDone, points, hashes);
    }

    RaceState at(double newPart, int newUpdates, double newEpochs, List<GradientRace.Point> newer) {
        return new RaceState(phase, epochs, message, newPart, newUpdates, newEpochs, newer, hashes);
    }

    /** Standing still, where the weights have these hashes. */
    RaceState standing(Phase newer, String words, double newPart, String newHashes) {
        return new RaceState(newer, epochs, words, newPart, updates, epochsDone, points, newHashes);
    }
}
