package feedforward.lesson.curve;

import feedforward.course.CostRecord;
import feedforward.course.CurveNetwork;
import feedforward.course.CurveSetup;
import java.util.List;

/**
 * All that the lesson shows. Immutable.
 *
 * @param now the points, units, learning rate and seed that the run goes on with
 * @param steps of gradient descent that are done
 * @param goal the number of steps at which the run stops
 * @param chosen the point that stands out, or −1
 * @param hash of the weights, while the run stands
 * @param message what went wrong or has to be known; empty if nothing
 */
record CurveState(
        CurveSetup now,
        CurveNetwork network,
        double cost,
        int steps,
        int goal,
        Motion motion,
        List<CostRecord.Point> costs,
        CurveModels models,
        String hash,
        int chosen,
        CurveKnobs knobs,
        String message,
        CurveAnswers answers) {

    /** Whether the run goes on. */
    enum Motion {
        STANDING,
        RUNNING,
        /** A link's run, which will stand where the link says. */
        REPLAYING
    }

    CurveState {
        costs = List.copyOf(costs);
    }

    boolean moving() {
        return motion != Motion.STANDING;
    }

    /** Whether as many iterations are done as are wanted. */
    boolean done() {
        return steps >= goal;
    }

    /** What the main button does. */
    String play() {
        if (moving()) {
            return "Pause";
        }
        if (steps == 0) {
            return "Train";
        }
        return done() ? "Train on" : "Resume";
    }
}
