package feedforward.lesson.logistic;

import feedforward.lesson.Answer;

/**
 * All that the lesson shows. Immutable.
 *
 * @param startM the slope that descent began with, or that the slider says
 * @param startB the offset that it began with
 * @param m the slope now
 * @param b the offset now
 * @param steps of gradient descent since the start
 */
record LogisticState(
        double startM,
        double startB,
        double m,
        double b,
        int steps,
        boolean running,
        String message,
        Answer limits,
        Answer middle,
        Answer better) {
    static final double FIRST_M = 4;
    static final double FIRST_B = 1;
    static final double MOST_M = 20;
    static final double MOST_B = 10;

    static LogisticState fresh() {
        return new LogisticState(
                FIRST_M, FIRST_B, FIRST_M, FIRST_B, 0, false, "", Answer.OPEN, Answer.OPEN, Answer.OPEN);
    }

    /** The same lesson with the curve put elsewhere. */
    LogisticState placed(double newM, double newB) {
        return new LogisticState(newM, newB, newM, newB, 0, false, "", limits, middle, better);
    }

    LogisticState descended(double newM, double newB, int newSteps) {
        return new LogisticState(startM, startB, newM, newB, newSteps, running, message, limits, middle, better);
    }

    LogisticState running(boolean now) {
        return new LogisticState(startM, startB, m, b, steps, now, message, limits, middle, better);
    }

    LogisticState saying(String words) {
        return new LogisticState(startM, startB, m, b, steps, running, words, limits, middle, better);
    }

    LogisticState withLimits(Answer answer) {
        return new LogisticState(startM, startB, m, b, steps, running, message, answer, middle, better);
    }

    LogisticState withMiddle(Answer answer) {
        return new LogisticState(startM, startB, m, b, steps, running, message, limits, answer, better);
    }

    LogisticState withBetter(Answer answer) {
        return new LogisticState(startM, startB, m, b, steps, running, message, limits, middle, answer);
    }
}
