package feedforward.lesson.softmax;

import feedforward.course.ClassScores;
import feedforward.lesson.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the lesson shows. Immutable.
 *
 * @param scores of four classes
 * @param pair of two
 */
record SoftmaxState(ClassScores scores, ClassScores pair, Answer twice, Answer large) {
    static final float LIMIT = 10;
    static final List<Float> FIRST = List.of(2f, 1f, 0f, -1f);
    static final List<Float> FIRST_PAIR = List.of(1f, -0.5f);

    static SoftmaxState first() {
        return new SoftmaxState(new ClassScores(FIRST, 1), new ClassScores(FIRST_PAIR, 1), Answer.OPEN, Answer.OPEN);
    }

    SoftmaxState withScores(ClassScores other) {
        return new SoftmaxState(other, pair, twice, large);
    }

    SoftmaxState withPair(ClassScores other) {
        return new SoftmaxState(scores, other, twice, large);
    }

    SoftmaxState withTwice(Answer answer) {
        return new SoftmaxState(scores, pair, answer, large);
    }

    SoftmaxState withLarge(Answer answer) {
        return new SoftmaxState(scores, pair, twice, answer);
    }

    /** Whether all scores may be raised by this without one leaving [−10, 10]. */
    boolean canShift(float by) {
        return scores.values().stream().allMatch(score -> Math.abs(score + by) <= LIMIT);
    }

    /** The same scores but for one. */
    static ClassScores replaced(ClassScores scores, int index, float value) {
        List<Float> values = new ArrayList<>(scores.values());
        values.set(index, value);
        return new ClassScores(values, scores.temperature());
    }
}
