package feedforward.lesson.activations;

import feedforward.course.ActivationFunction;
import feedforward.lesson.Answer;

/**
 * All that the lesson shows. Immutable.
 *
 * @param z the input, in [−6, 6]
 */
record ActivationsState(ActivationFunction function, float z, Answer slope, Answer layers) {
    static final float LIMIT = 6;
    static final ActivationFunction FIRST = ActivationFunction.SIGMOID;
    static final float FIRST_Z = 1;

    static ActivationsState first() {
        return new ActivationsState(FIRST, FIRST_Z, Answer.OPEN, Answer.OPEN);
    }

    ActivationsState with(ActivationFunction other) {
        return new ActivationsState(other, z, slope, layers);
    }

    ActivationsState at(float place) {
        return new ActivationsState(function, place, slope, layers);
    }

    ActivationsState withSlope(Answer answer) {
        return new ActivationsState(function, z, answer, layers);
    }

    ActivationsState withLayers(Answer answer) {
        return new ActivationsState(function, z, slope, answer);
    }
}
