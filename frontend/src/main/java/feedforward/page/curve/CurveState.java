package feedforward.page.curve;

import feedforward.page.Phase;
import feedforward.train.RunSnapshot;

/**
 * All that the curve section shows. Immutable.
 *
 * @param learningRate as typed
 * @param fit the network's output at evenly spaced places over [−1, 1]; empty before the first step
 */
record CurveState(Phase phase, RunSnapshot snapshot, String learningRate, float[] fit, String message) {
    static CurveState idle(String learningRate) {
        return new CurveState(Phase.IDLE, RunSnapshot.queued(), learningRate, new float[0], "");
    }

    CurveState with(RunSnapshot newer) {
        return new CurveState(Phase.of(newer.state()), newer, learningRate, fit, newer.message());
    }

    CurveState withFit(float[] newer) {
        return new CurveState(phase, snapshot, learningRate, newer, message);
    }

    CurveState withLearningRate(String text) {
        return new CurveState(phase, snapshot, text, fit, message);
    }

    CurveState withMessage(String text) {
        return new CurveState(phase, snapshot, learningRate, fit, text);
    }
}
