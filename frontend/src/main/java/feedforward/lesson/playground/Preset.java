package feedforward.lesson.playground;

import feedforward.data.PlaneSet;
import feedforward.device.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings worth a look, with what to look at. */
enum Preset {
    CIRCLE(Settings.USUAL, "Four units draw four lines; the second layer bends them into a ring."),
    LINE(
            settings(PlaneSet.GAUSS, Training.USUAL, Activation.TANH),
            "Without a hidden layer the boundary is a straight line. Two clouds need no more."),
    XOR(
            settings(PlaneSet.XOR, Training.USUAL, Activation.TANH, 4, 2),
            "Opposite corners belong together: no single line can do that."),
    SPIRAL(
            settings(
                    PlaneSet.SPIRAL,
                    Training.USUAL.with(Training.Method.ADAM).withRate("0.01"),
                    Activation.RELU,
                    16,
                    16),
            "Sixteen ReLU units a layer and Adam follow both arms within 60 to 80 epochs."),
    CLUSTERS(
            settings(PlaneSet.CLUSTERS, Training.USUAL, Activation.TANH, 4),
            "Four classes, four outputs; softmax makes probabilities of them."),
    SYMMETRIC(
            settings(PlaneSet.XOR, Training.USUAL.with(Training.Start.SAME).withRate("0.1"), Activation.TANH, 8),
            "All weights begin at 0.1. Watch the eight heat maps: they stay the same, and accuracy sticks near 70 %."),
    VANISHING(
            settings(PlaneSet.CIRCLE, Training.USUAL.withRate("0.1"), Activation.SIGMOID, 8, 8, 8, 8, 8, 8),
            "Six sigmoid layers: no gradient arrives at the first. Accuracy stays near 50 %; with ReLU it gets to 100 %."),
    DEAD(
            settings(PlaneSet.CIRCLE, Training.USUAL.withRate("3"), Activation.RELU, 8, 8),
            "Steps so long that ReLU units fall below 0 for every point, where they have no slope, and stay there."),
    DIVERGED(
            settings(PlaneSet.XOR, Training.USUAL.withRate("3"), Activation.LEAKY_RELU, 8, 8),
            "The same long steps with units that cannot die: the weights grow until the numbers overflow."),
    SATURATED(
            settings(PlaneSet.XOR, Training.USUAL.with(Training.Start.WIDE), Activation.TANH, 8, 8),
            "Initial weights up to ±10: tanh stands at −1 or 1 nearly everywhere, where it has no slope."),
    BY_HEART(
            new Settings(
                    new PlanePoints(Optional.of(PlaneSet.MOONS), 50, 60, 1, 50, ""),
                    layers(Activation.TANH, 16, 16),
                    Training.USUAL.with(Training.Method.ADAM).withRate("0.03")),
            "Thirty noisy points, 354 numbers to fit them: training loss falls, test loss climbs. Try L2 0.03.");

    private final Settings settings;
    private final String hint;

    Preset(Settings settings, String hint) {
        this.settings = settings;
        this.hint = hint;
    }

    /** The one that has these settings. */
    static Optional<Preset> of(Settings settings) {
        return Arrays.stream(values())
                .filter(preset -> preset.settings.equals(settings))
                .findFirst();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Settings settings() {
        return settings;
    }

    /** What to look at. */
    String hint() {
        return hint;
    }

    private static Settings settings(PlaneSet set, Training training, Activation activation, int... units) {
        return new Settings(new PlanePoints(Optional.of(set), 0, 500, 1, 50, ""), layers(activation, units), training);
    }

    private static List<HiddenLayer> layers(Activation activation, int... units) {
        List<HiddenLayer> layers = new ArrayList<>();
        for (int count : units) {
            layers.add(new HiddenLayer(count, activation));
        }
        return List.copyOf(layers);
    }
}
