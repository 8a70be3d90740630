package feedforward.lesson.layers;

import feedforward.course.ChainFit.Weights;
import feedforward.device.Activation;
import feedforward.lesson.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the lesson shows. Immutable.
 *
 * @param start the weights that descent began with, or that the sliders say; one pair for each layer
 * @param now the weights now
 * @param between what each layer but the last applies
 * @param steps of gradient descent since the start
 */
record LayersState(
        List<Weights> start,
        List<Weights> now,
        Activation between,
        int steps,
        boolean running,
        String message,
        Answer counted,
        Answer composed) {
    static final int MOST_LAYERS = 4;
    private static final List<Weights> USUAL =
            List.of(new Weights(0.8f, 0.1f), new Weights(0.6f, 0.3f), new Weights(1, 0), new Weights(1, 0));

    /** Two linear layers. */
    static LayersState fresh() {
        return new LayersState(usual(2), usual(2), Activation.LINEAR, 0, false, "", Answer.OPEN, Answer.OPEN);
    }

    static List<Weights> usual(int layers) {
        return USUAL.subList(0, layers);
    }

    /** Other weights or another f, not descended yet. */
    LayersState set(List<Weights> weights, Activation f) {
        return new LayersState(List.copyOf(weights), List.copyOf(weights), f, 0, false, "", counted, composed);
    }

    /** One weight moved by hand. */
    LayersState moved(int layer, Weights weights) {
        List<Weights> moved = new ArrayList<>(now);
        moved.set(layer, weights);
        return set(moved, between);
    }

    LayersState descended(List<Weights> newWeights, int newSteps) {
        return new LayersState(start, newWeights, between, newSteps, running, message, counted, composed);
    }

    LayersState running(boolean on) {
        return new LayersState(start, now, between, steps, on, message, counted, composed);
    }

    LayersState saying(String words) {
        return new LayersState(start, now, between, steps, running, words, counted, composed);
    }

    LayersState withCounted(Answer answer) {
        return new LayersState(start, now, between, steps, running, message, answer, composed);
    }

    LayersState withComposed(Answer answer) {
        return new LayersState(start, now, between, steps, running, message, counted, answer);
    }
}
