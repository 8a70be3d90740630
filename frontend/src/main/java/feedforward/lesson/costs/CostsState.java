package feedforward.lesson.costs;

import feedforward.lesson.Answer;
import java.util.List;

/**
 * All that the lesson shows. Immutable.
 *
 * @param prediction y
 * @param target t, 0 or 1
 * @param start w and b, alike, that the unit begins with
 * @param rate the learning rate, as typed
 * @param squared the unit's output by step, from step 0 on, learning by squared error
 * @param cross the same, learning by cross-entropy
 */
record CostsState(
        double prediction,
        int target,
        float start,
        String rate,
        List<Float> squared,
        List<Float> cross,
        boolean running,
        String message,
        Answer below,
        Answer factor) {
    static final double FIRST_PREDICTION = 0.2;
    static final int FIRST_TARGET = 1;
    static final float FIRST_START = 2;
    static final String FIRST_RATE = "0.15";

    CostsState {
        squared = List.copyOf(squared);
        cross = List.copyOf(cross);
    }

    /** The lesson as it begins, before the unit's first output is known. */
    static CostsState first() {
        return new CostsState(
                FIRST_PREDICTION,
                FIRST_TARGET,
                FIRST_START,
                FIRST_RATE,
                List.of(),
                List.of(),
                false,
                "",
                Answer.OPEN,
                Answer.OPEN);
    }

    CostsState at(double newPrediction, int newTarget) {
        return new CostsState(newPrediction, newTarget, start, rate, squared, cross, running, message, below, factor);
    }

    /** A unit that has learnt nothing yet. */
    CostsState from(float newStart, String newRate) {
        return new CostsState(prediction, target, newStart, newRate, List.of(), List.of(), false, "", below, factor);
    }

    CostsState learnt(List<Float> bySquared, List<Float> byCross) {
        return new CostsState(prediction, target, start, rate, bySquared, byCross, running, message, below, factor);
    }

    CostsState running(boolean now) {
        return new CostsState(prediction, target, start, rate, squared, cross, now, message, below, factor);
    }

    CostsState saying(String words) {
        return new CostsState(prediction, target, start, rate, squared, cross, running, words, below, factor);
    }

    CostsState withBelow(Answer answer) {
        return new CostsState(prediction, target, start, rate, squared, cross, running, message, answer, factor);
    }

    CostsState withFactor(Answer answer) {
        return new CostsState(prediction, target, start, rate, squared, cross, running, message, below, answer);
    }

    /** Steps done. */
    int steps() {
        return Math.max(0, squared.size() - 1);
    }
}
