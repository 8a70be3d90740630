package feedforward.lesson.loop;

import feedforward.lesson.Answer;
import java.util.List;

/**
 * What the lesson shows of the exercises. Immutable.
 *
 * @param steps in the order chosen so far
 */
record LoopState(List<LoopStep> steps, Answer order, Answer updates) {
    LoopState {
        steps = List.copyOf(steps);
    }

    static LoopState first() {
        return new LoopState(List.of(), Answer.OPEN, Answer.OPEN);
    }

    /** Another order, not judged yet. */
    LoopState with(List<LoopStep> newer) {
        return new LoopState(newer, Answer.OPEN, updates);
    }

    LoopState withOrder(Answer answer) {
        return new LoopState(steps, answer, updates);
    }

    LoopState withUpdates(Answer answer) {
        return new LoopState(steps, order, answer);
    }

    /** The steps in words; once the order is right, with how often each is done. */
    List<String> texts() {
        return steps.stream()
                .map(step -> order.isRight() ? step.words() + " (" + step.when() + ")" : step.words())
                .toList();
    }

    boolean solved() {
        return order.isRight() && updates.isRight();
    }
}
