package feedforward.lesson.loop;

import static feedforward.lesson.loop.LoopStep.BACKWARD;
import static feedforward.lesson.loop.LoopStep.FORWARD;
import static feedforward.lesson.loop.LoopStep.INITIALISE;
import static feedforward.lesson.loop.LoopStep.JUDGE;
import static feedforward.lesson.loop.LoopStep.LOSS;
import static feedforward.lesson.loop.LoopStep.SHUFFLE;
import static feedforward.lesson.loop.LoopStep.TAKE;
import static feedforward.lesson.loop.LoopStep.TEST_UPDATE;
import static feedforward.lesson.loop.LoopStep.UPDATE;

import feedforward.lesson.Answer;
import java.util.List;

/** Judges an order of the loop's steps: what must come before what, and why. Every order that keeps these is right. */
final class LoopOrder {
    private static final List<Before> RULES = List.of(
            new Before(
                    INITIALISE,
                    SHUFFLE,
                    "Inside the loop, new random weights would throw away in each epoch what was learnt in the one before."),
            new Before(INITIALISE, FORWARD, "The forward pass needs W and b, so they must exist."),
            new Before(SHUFFLE, TAKE, "Batches are cut from the shuffled images: shuffle first, once an epoch."),
            new Before(TAKE, FORWARD, "The forward pass needs images to work on."),
            new Before(FORWARD, LOSS, "The loss is computed from p, which the forward pass gives."),
            new Before(FORWARD, BACKWARD, "The gradient is computed from p − y, so the forward pass comes before it."),
            new Before(
                    BACKWARD,
                    UPDATE,
                    "The update goes against the gradient, which must be there: it belongs to this batch, not to the last."),
            new Before(
                    LOSS,
                    UPDATE,
                    "The loss of this batch belongs to the weights that made p: after the update it would be too late, also to stop when it is not a number."),
            new Before(UPDATE, JUDGE, "Judge after an epoch of updates; before them there is nothing new to judge."));

    private LoopOrder() {}

    static Answer judge(List<LoopStep> steps) {
        if (steps.contains(TEST_UPDATE)) {
            return Answer.wrong(
                    "The test images tell how the network does on what it has never seen. Once it has learnt from them"
                            + " nobody can tell any more: take that step out.");
        }
        for (Before rule : RULES) {
            int first = steps.indexOf(rule.first);
            int second = steps.indexOf(rule.second);
            if (second >= 0 && (first < 0 || first > second)) {
                return Answer.wrong("Step " + (second + 1) + " comes too early. " + rule.why);
            }
        }
        int missing = LoopStep.values().length - 1 - steps.size();
        if (missing > 0) {
            return Answer.wrong(
                    steps.isEmpty()
                            ? "Choose the step that comes first."
                            : "Right so far; " + (missing == 1 ? "one step is" : missing + " steps are")
                                    + " still missing.");
        }
        return Answer.right(
                "This is the loop. The engine’s own is below, in the same order; loss and backward may change places,"
                        + " since both only need p.");
    }

    /** That a step comes before another. */
    private record Before(LoopStep first, LoopStep second, String why) {}
}
