package feedforward.lesson.backprop;

import feedforward.course.Backpropagation;
import feedforward.course.SmallNetwork;
import feedforward.lesson.Answer;
import feedforward.view.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the lesson shows. Immutable.
 *
 * @param weights in the order of {@link SmallNetwork#of}
 * @param steps how many steps of the trace are done
 * @param chosen the place of the weight to edit
 * @param message about what was typed; empty if all is well
 */
record BackpropState(
        List<Double> weights,
        SmallNetwork.Example example,
        int steps,
        boolean playing,
        int chosen,
        String message,
        Answer answer) {
    static final List<Double> USUAL_WEIGHTS =
            List.of(0.5, -0.4, 0.8, 0.3, 0.9, -0.6, 0.1, -0.2, 0.0, 0.7, -0.5, -0.3, 0.6, 0.4, 0.2, 0.1, -0.1);
    static final SmallNetwork.Example USUAL_EXAMPLE = new SmallNetwork.Example(0.8, -0.5, 1);
    static final int ALL_STEPS = 13;

    static BackpropState usual() {
        return new BackpropState(USUAL_WEIGHTS, USUAL_EXAMPLE, 0, false, 0, "", Answer.OPEN);
    }

    SmallNetwork network() {
        return SmallNetwork.of(weights);
    }

    List<Backpropagation.Step> trace() {
        return Backpropagation.trace(network(), example);
    }

    /** The chosen weight as a field shows it. */
    String chosenText() {
        return Numbers.shortest(weights.get(chosen).floatValue());
    }

    BackpropState withWeights(List<Double> newer) {
        return new BackpropState(newer, example, steps, playing, chosen, "", answer);
    }

    BackpropState withWeight(int place, double value) {
        List<Double> newer = new ArrayList<>(weights);
        newer.set(place, value);
        return withWeights(newer);
    }

    BackpropState with(SmallNetwork.Example newer) {
        return new BackpropState(weights, newer, steps, playing, chosen, message, answer);
    }

    BackpropState withSteps(int newer) {
        return new BackpropState(weights, example, newer, playing && newer < ALL_STEPS, chosen, message, answer);
    }

    BackpropState playing(boolean now) {
        return new BackpropState(weights, example, steps, now, chosen, message, answer);
    }

    BackpropState choosing(int place) {
        return new BackpropState(weights, example, steps, playing, place, "", answer);
    }

    BackpropState saying(String words) {
        return new BackpropState(weights, example, steps, playing, chosen, words, answer);
    }

    BackpropState with(Answer newer) {
        return new BackpropState(weights, example, steps, playing, chosen, message, newer);
    }
}
