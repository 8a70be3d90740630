package feedforward.lesson.descent;

import feedforward.course.SurfaceDescent.Place;
import feedforward.lesson.Answer;
import java.util.List;

/**
 * All that the lesson shows. Immutable.
 *
 * @param startU where the ball was let go
 * @param way from there to where the ball is now; at least one place
 * @param cost of all the ball's parameters
 * @param rate the learning rate, as typed
 */
record DescentState(
        DescentModel model,
        double startU,
        double startV,
        List<Place> way,
        int steps,
        double cost,
        String rate,
        boolean running,
        String message,
        Answer limit,
        Answer flat) {

    /** A ball held still. */
    DescentState heldAt(DescentModel on, double u, double v, double costThere, String newRate) {
        return new DescentState(on, u, v, List.of(new Place(u, v, 0)), 0, costThere, newRate, false, "", limit, flat);
    }

    DescentState rolled(List<Place> newWay, int newSteps, double newCost) {
        return new DescentState(model, startU, startV, newWay, newSteps, newCost, rate, running, message, limit, flat);
    }

    DescentState running(boolean now) {
        return new DescentState(model, startU, startV, way, steps, cost, rate, now, message, limit, flat);
    }

    DescentState saying(String words) {
        return new DescentState(model, startU, startV, way, steps, cost, rate, running, words, limit, flat);
    }

    DescentState withLimit(Answer answer) {
        return new DescentState(model, startU, startV, way, steps, cost, rate, running, message, answer, flat);
    }

    DescentState withFlat(Answer answer) {
        return new DescentState(model, startU, startV, way, steps, cost, rate, running, message, limit, answer);
    }

    /** Where the ball is. */
    Place ball() {
        return way.get(way.size() - 1);
    }
}
