package feedforward.course;

import feedforward.device.Activation;
import feedforward.text.Digits;
import feedforward.train.LossPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what keeps a network from learning: numbers that overflow, units that are copies, dead or saturated ones, no progress. Looks
 * at the state alone, so it can be asked at any step.
 *
 * @param losses of the same examples, as training went on; the last may be NaN where training stopped at one
 * @param guess the loss of the best guess that ignores the input: ln C for C equally frequent classes and cross-entropy, half the
 *     variance for squared error
 * @param layers the dense layers, from the input on
 */
public record Health(List<LossPoint> losses, double guess, List<LayerState> layers) {
    private static final double WILD = 10;
    private static final double LEARNT = 0.25;
    private static final double NO_BETTER = 0.95;
    private static final int PATIENCE = 500;
    private static final int DEEP = 3;

    /** What is wrong, the gravest first; empty if nothing is. */
    public List<HealthMessage> messages() {
        List<HealthMessage> messages = new ArrayList<>();
        diverged(messages);
        if (messages.isEmpty()) {
            layers.forEach(layer -> symmetric(layer, messages));
            layers.forEach(layer -> dead(layer, messages));
            layers.forEach(layer -> saturated(layer, messages));
            notLearning(messages);
        }
        return messages;
    }

    private void diverged(List<HealthMessage> messages) {
        String finding = "";
        if (layers.stream().anyMatch(layer -> !finite(layer.weights()))) {
            finding = "A weight is no finite number any more.";
        } else if (!Double.isFinite(loss())) {
            finding = "The loss is no finite number any more.";
        } else if (guess > 0 && loss() > WILD * Math.max(guess, losses.get(0).loss())) {
            finding = "The loss has grown to " + Digits.grouped(Math.round(loss()))
                    + ", more than ten times what it was at first.";
        }
        if (!finding.isEmpty()) {
            messages.add(new HealthMessage(
                    Ailment.DIVERGED,
                    finding,
                    "The steps are too long: each lands higher on the other side of the valley than it started, and the weights grow.",
                    "Go back to the initial weights, and choose a learning rate ten times smaller."));
        }
    }

    private static void symmetric(LayerState layer, List<HealthMessage> messages) {
        if (layer.hidden() && layer.unitsAreCopies()) {
            messages.add(new HealthMessage(
                    Ailment.SYMMETRIC,
                    "All " + layer.units() + " units of " + layer.name() + " have the same weights.",
                    "They compute the same, so they get the same gradient, and each step changes them alike: the layer counts as one"
                            + " unit, for ever.",
                    "Start from random weights: chance is what makes units differ."));
        }
    }

    private void dead(LayerState layer, List<HealthMessage> messages) {
        int silent = layer.activation() == Activation.RELU ? layer.silentUnits() : 0;
        if (silent > 0 && 2 * silent >= layer.units() && unlearnt()) {
            messages.add(new HealthMessage(
                    Ailment.DEAD,
                    silent + " of the " + layer.units() + " ReLU units of " + layer.name()
                            + " give 0 for every example.",
                    "Below 0 a ReLU is flat: no gradient passes, so their weights get no correction. A step that was too long may have"
                            + " pushed them there, or their initial weights.",
                    "Go back to the initial weights and choose a smaller learning rate; or use tanh or leaky ReLU, which are flat"
                            + " nowhere near 0."));
        }
    }

    private void saturated(LayerState layer, List<HealthMessage> messages) {
        int limit = layer.unitsAtTheirLimits();
        if (limit > 0 && 2 * limit >= layer.units() && unlearnt()) {
            messages.add(new HealthMessage(
                    Ailment.SATURATED,
                    limit + " of the " + layer.units() + " units of " + layer.name()
                            + " stand at their limits for nearly every example.",
                    "There the activation is almost flat, and the gradient is multiplied by its slope: less than a tenth of what it"
                            + " could be.",
                    "Start with smaller weights, or choose a smaller learning rate; ReLU has no upper limit, and with cross-entropy"
                            + " an output's slope cancels."));
        }
    }

    private void notLearning(List<HealthMessage> messages) {
        int steps = losses.isEmpty() ? 0 : losses.get(losses.size() - 1).step();
        if (steps < PATIENCE || !(loss() >= NO_BETTER * guess) || guess == 0) {
            return;
        }
        long sigmoids = layers.stream()
                .filter(layer -> layer.hidden() && layer.activation() == Activation.SIGMOID)
                .count();
        boolean vanishes = sigmoids >= DEEP;
        messages.add(new HealthMessage(
                Ailment.NOT_LEARNING,
                "After " + Digits.grouped(steps)
                        + " steps the loss is no better than that of a guess that ignores the input.",
                vanishes
                        ? "The gradient vanishes on its way back: a sigmoid’s slope is at most 1/4, so through "
                                + sigmoids
                                + " layers less than 1/" + Digits.grouped(1L << 2 * Math.min(sigmoids, 30))
                                + " of it reaches the first, if weights are about 1."
                        : messages.isEmpty()
                                ? "The steps may be too short, or the network too small for these data."
                                : "What is said above keeps it from learning.",
                vanishes
                        ? "Use ReLU or tanh in the hidden layers, or fewer layers."
                        : "Try a larger learning rate or Adam, then more units."));
    }

    /** Units at rest are no fault in a network that has learnt: sharp edges need some. */
    private boolean unlearnt() {
        return loss() > LEARNT * guess;
    }

    private double loss() {
        return losses.isEmpty() ? 0 : losses.get(losses.size() - 1).loss();
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
