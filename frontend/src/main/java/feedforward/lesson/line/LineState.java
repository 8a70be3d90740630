package feedforward.lesson.line;

import feedforward.lesson.Answer;

/**
 * All that the lesson shows. Immutable.
 *
 * @param startM the slope that the descent began with, or that the slider says
 * @param startB the height that it began with
 * @param m the slope now
 * @param b the height now
 * @param steps of gradient descent since the start
 * @param rate the learning rate, as typed
 */
record LineState(
        float startM,
        float startB,
        float m,
        float b,
        int steps,
        String rate,
        boolean running,
        String message,
        Answer lineAnswer,
        Answer ratioAnswer) {
    static final float FIRST_M = -0.5f;
    static final float FIRST_B = 0.2f;
    static final String USUAL_RATE = "0.5";

    /** A line that has not moved yet. */
    static LineState at(float m, float b, String rate) {
        return new LineState(m, b, m, b, 0, rate, false, "", Answer.OPEN, Answer.OPEN);
    }

    /** The same lesson with the line put elsewhere. */
    LineState placed(float newM, float newB) {
        return new LineState(newM, newB, newM, newB, 0, rate, false, "", lineAnswer, ratioAnswer);
    }

    LineState descended(float newM, float newB, int newSteps) {
        return new LineState(startM, startB, newM, newB, newSteps, rate, running, message, lineAnswer, ratioAnswer);
    }

    LineState running(boolean now) {
        return new LineState(startM, startB, m, b, steps, rate, now, message, lineAnswer, ratioAnswer);
    }

    LineState withRate(String typed) {
        return new LineState(startM, startB, m, b, steps, typed, running, message, lineAnswer, ratioAnswer);
    }

    LineState saying(String words) {
        return new LineState(startM, startB, m, b, steps, rate, running, words, lineAnswer, ratioAnswer);
    }

    LineState withLineAnswer(Answer answer) {
        return new LineState(startM, startB, m, b, steps, rate, running, message, answer, ratioAnswer);
    }

    LineState withRatioAnswer(Answer answer) {
        return new LineState(startM, startB, m, b, steps, rate, running, message, lineAnswer, answer);
    }
}
