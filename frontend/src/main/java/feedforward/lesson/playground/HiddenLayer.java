package feedforward.lesson.playground;

import feedforward.device.Activation;
import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A hidden layer as the visitor sets it. */
record HiddenLayer(int units, Activation activation) {
    static final int MOST_UNITS = 16;
    static final int MOST_LAYERS = 6;

    private static final String NONE = "none";

    /** Those that the playground offers. */
    static final List<Activation> ACTIVATIONS =
            List.of(Activation.TANH, Activation.SIGMOID, Activation.RELU, Activation.LEAKY_RELU, Activation.LINEAR);

    /** As links hold it, "4_tanh.2_relu"; "none" where there are no hidden layers. */
    static String text(List<HiddenLayer> layers) {
        List<String> parts = layers.stream()
                .map(layer -> layer.units + "_" + id(layer.activation))
                .toList();
        return parts.isEmpty() ? NONE : String.join(".", parts);
    }

    /** @throws IllegalArgumentException if the text is none */
    static List<HiddenLayer> parse(String text) {
        List<HiddenLayer> layers = new ArrayList<>();
        for (String part : text.equals(NONE) ? List.<String>of() : Parts.of(text, '.')) {
            int line = part.indexOf('_');
            int units = line < 0 ? 0 : Integer.parseInt(part.substring(0, line));
            layers.add(new HiddenLayer(units, activation(part.substring(line + 1))));
            if (units < 1 || units > MOST_UNITS || layers.size() > MOST_LAYERS) {
                throw new IllegalArgumentException("Layers: expected up to 6 of up to 16 units but was " + text);
            }
        }
        return List.copyOf(layers);
    }

    static String id(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** @throws IllegalArgumentException if there is no such activation here */
    static Activation activation(String id) {
        return ACTIVATIONS.stream()
                .filter(activation -> id(activation).equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Activation: expected one of those offered but was " + id));
    }
}
