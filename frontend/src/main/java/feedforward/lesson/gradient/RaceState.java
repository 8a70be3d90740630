package feedforward.lesson.gradient;

import feedforward.course.GradientRace;
import feedforward.lesson.TrainingProgress;
import java.util.List;

/**
 * What the lesson shows of the two trainings. Immutable.
 *
 * @param epochs as typed
 * @param hashes of both networks' weights, wherever they stand still; empty else
 */
record RaceState(String epochs, TrainingProgress progress, List<GradientRace.Point> points, String hashes) {
    RaceState {
        points = List.copyOf(points);
    }
}
