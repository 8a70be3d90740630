package feedforward.lesson.gradient;

import feedforward.course.GradientRace;
import java.util.List;

/**
 * What the lesson shows of the two trainings. Immutable.
 *
 * @param epochs as typed
 * @param hashes of both networks' weights, once all epochs are done; empty before
 */
record RaceState(
        Phase phase, String epochs, String message, double epochsDone, List<GradientRace.Point> points, String hashes) {

    /** Where the trainings are. */
    enum Phase {
        IDLE("Train both"),
        LOADING("Fetching the digits …"),
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
        return new RaceState(Phase.IDLE, epochs, "", 0, List.of(), "");
    }

    RaceState in(Phase newer, String words) {
        return new RaceState(newer, epochs, words, epochsDone, points, hashes);
    }

    RaceState at(double newEpochs, List<GradientRace.Point> newer) {
        return new RaceState(phase, epochs, message, newEpochs, newer, hashes);
    }

    RaceState finished(String newer) {
        return new RaceState(Phase.DONE, epochs, message, epochsDone, points, newer);
    }
}
