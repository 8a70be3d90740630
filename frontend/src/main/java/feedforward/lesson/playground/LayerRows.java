package feedforward.lesson.playground;

import feedforward.device.Activation;
import feedforward.view.Elements;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** A row of controls for each hidden layer: fewer units, more units, its activation. Mutable. */
final class LayerRows {
    private final List<Row> rows = new ArrayList<>();
    private List<HiddenLayer> layers = List.of();

    interface Listener {
        void changed(int place, HiddenLayer layer);
    }

    /** A wrapper of elements: JavaScript's objects can't lie in Java's collections by themselves. */
    private static final class Row {
        private final HTMLElement row = element("li");
        private final HTMLElement units = element("span");
        private final HTMLElement fewer = button("−");
        private final HTMLElement more = button("+");
        private final HTMLSelectElement activation = (HTMLSelectElement) element("select");
    }

    LayerRows(HTMLElement list, Listener listener) {
        for (int i = 0; i < HiddenLayer.MOST_LAYERS; i++) {
            Row row = row(i);
            int place = i;
            Elements.on(row.fewer, "click", event -> listener.changed(place, resized(place, -1)));
            Elements.on(row.more, "click", event -> listener.changed(place, resized(place, 1)));
            Elements.on(
                    row.activation,
                    "change",
                    event -> listener.changed(
                            place,
                            new HiddenLayer(
                                    layers.get(place).units(), HiddenLayer.activation(row.activation.getValue()))));
            list.appendChild(row.row);
            rows.add(row);
        }
    }

    void show(List<HiddenLayer> newer) {
        layers = newer;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean there = i < layers.size();
            hidden(row.row, !there);
            if (there) {
                HiddenLayer layer = layers.get(i);
                Elements.text(row.units, layer.units() + (layer.units() == 1 ? " unit" : " units"));
                Elements.enabled(row.fewer, layer.units() > 1);
                Elements.enabled(row.more, layer.units() < HiddenLayer.MOST_UNITS);
                String id = HiddenLayer.id(layer.activation());
                if (!row.activation.getValue().equals(id)) {
                    row.activation.setValue(id);
                }
            }
        }
    }

    private HiddenLayer resized(int place, int by) {
        HiddenLayer layer = layers.get(place);
        return new HiddenLayer(layer.units() + by, layer.activation());
    }

    private static Row row(int place) {
        Row row = new Row();
        String name = "layer " + (place + 1);
        row.fewer.setAttribute("aria-label", "Fewer units in " + name);
        row.more.setAttribute("aria-label", "More units in " + name);
        row.activation.setAttribute("aria-label", "Activation of " + name);
        for (Activation activation : HiddenLayer.ACTIVATIONS) {
            HTMLElement option = element("option");
            option.setAttribute("value", HiddenLayer.id(activation));
            row.activation.appendChild(option.withText(title(activation)));
        }
        HTMLElement title = element("span");
        title.setAttribute("class", "layer-name");
        row.units.setAttribute("class", "layer-units");
        row.row.appendChild(title.withText("Layer " + (place + 1)));
        row.row.appendChild(row.fewer);
        row.row.appendChild(row.units);
        row.row.appendChild(row.more);
        row.row.appendChild(row.activation);
        return row;
    }

    private static String title(Activation activation) {
        return switch (activation) {
            case TANH -> "tanh";
            case SIGMOID -> "sigmoid";
            case RELU -> "ReLU";
            case LEAKY_RELU -> "leaky ReLU";
            default -> "linear";
        };
    }

    private static void hidden(HTMLElement element, boolean hidden) {
        if (hidden) {
            element.setAttribute("hidden", "");
        } else {
            element.removeAttribute("hidden");
        }
    }

    private static HTMLElement button(String text) {
        HTMLElement button = element("button");
        button.setAttribute("type", "button");
        return button.withText(text);
    }

    private static HTMLElement element(String name) {
        return Window.current().getDocument().createElement(name);
    }
}
