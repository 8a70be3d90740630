package feedforward.lesson.curve;

import feedforward.lesson.Answer;

/** What the three exercises say. Immutable. */
record CurveAnswers(Answer parameters, Answer trained, Answer noise) {
    static final CurveAnswers OPEN = new CurveAnswers(Answer.OPEN, Answer.OPEN, Answer.OPEN);

    CurveAnswers withParameters(Answer answer) {
        return new CurveAnswers(answer, trained, noise);
    }

    CurveAnswers withTrained(Answer answer) {
        return new CurveAnswers(parameters, answer, noise);
    }

    CurveAnswers withNoise(Answer answer) {
        return new CurveAnswers(parameters, trained, answer);
    }

    boolean allRight() {
        return parameters.isRight() && trained.isRight() && noise.isRight();
    }
}
