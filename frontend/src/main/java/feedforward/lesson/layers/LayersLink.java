package feedforward.lesson.layers;

import feedforward.course.ChainFit.Weights;
import feedforward.device.Activation;
import feedforward.lesson.LessonLink;
import feedforward.text.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lesson's state in its address: {@code ?layers=0.5,0.2;-2,1&f=tanh&step=40}. */
final class LayersLink {
    /** The sliders end at 4, but descent may lead beyond, where another layer begins a run anew. */
    private static final float MOST = 1000;

    private LayersLink() {}

    static LessonLink of(LayersState state) {
        LessonLink link = LessonLink.empty();
        if (!state.start().equals(LayersState.usual(2))) {
            link = link.with("layers", text(state.start()));
        }
        if (state.between() != Activation.LINEAR) {
            link = link.with("f", id(state.between()));
        }
        return state.steps() == 0 ? link : link.with("step", state.steps());
    }

    /** The weights that a link names, or the usual ones, which is noted where it names others that cannot be. */
    static List<Weights> weights(LessonLink link) {
        if (!link.has("layers")) {
            return LayersState.usual(2);
        }
        try {
            List<Weights> weights = new ArrayList<>();
            for (String layer : Parts.of(link.text("layers", ""), ';')) {
                List<String> numbers = Parts.of(layer, ',');
                if (numbers.size() != 2) {
                    throw new NumberFormatException(layer);
                }
                weights.add(new Weights(number(numbers.get(0)), number(numbers.get(1))));
            }
            if (weights.size() <= LayersState.MOST_LAYERS) {
                return weights;
            }
        } catch (NumberFormatException e) {
            // Noted below, as are too many layers.
        }
        link.note("layers", "one to four pairs of numbers from −1000 to 1000, such as 0.5,0.2;-2,1");
        return LayersState.usual(2);
    }

    static Activation between(LessonLink link) {
        String id = link.text("f", "linear");
        for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.SIGMOID)) {
            if (id(activation).equals(id)) {
                return activation;
            }
        }
        link.note("f", "linear, tanh or sigmoid");
        return Activation.LINEAR;
    }

    static String id(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }

    private static String text(List<Weights> weights) {
        StringBuilder text = new StringBuilder();
        for (Weights layer : weights) {
            text.append(text.length() == 0 ? "" : ";")
                    .append((double) layer.m())
                    .append(',')
                    .append((double) layer.b());
        }
        return text.toString();
    }

    private static float number(String text) {
        float value = (float) Double.parseDouble(text);
        if (!(Math.abs(value) <= MOST)) {
            throw new NumberFormatException(text);
        }
        return value;
    }
}
