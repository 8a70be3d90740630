package feedforward.lesson.network;

import feedforward.course.TwoLayers;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.NetworkListener;
import feedforward.view.NetworkPart;
import feedforward.view.NetworkPicture;
import feedforward.view.Numbers;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/** Shows a {@link NetworkState}. Mutable in what it has shown. */
final class NetworkView {
    private final NetworkPicture picture;
    private TwoLayers shown = new TwoLayers(0, 0, 0, 0);

    NetworkView(NetworkListener listener) {
        picture = new NetworkPicture(
                Elements.role("network-picture"), "A network of inputs, hidden units and outputs", listener);
    }

    /** The spot that a part of the picture is. */
    static NetworkSpot spot(NetworkPart part) {
        if (part instanceof NetworkPart.Weight weight) {
            return new NetworkSpot.Weight(weight.column(), weight.from(), weight.to());
        }
        NetworkPart.Unit unit = (NetworkPart.Unit) part;
        return new NetworkSpot.Unit(unit.column(), unit.row());
    }

    /** Whether the part belongs to what this letter stands for. */
    static boolean isWhole(NetworkPart part, NetworkTerm term) {
        if (part instanceof NetworkPart.Weight weight) {
            return term == (weight.column() == 0 ? NetworkTerm.W1 : NetworkTerm.W2);
        }
        NetworkTerm[] columns = {NetworkTerm.X, NetworkTerm.H, NetworkTerm.Y};
        return term == columns[((NetworkPart.Unit) part).column()];
    }

    /** The weight whose cell of a matrix an event comes from. */
    static Optional<NetworkSpot> cell(int layer, Event event) {
        Element cell = (Element) event.getTarget();
        String from = cell.getAttribute("data-from");
        String to = cell.getAttribute("data-to");
        return from == null
                ? Optional.empty()
                : Optional.of(new NetworkSpot.Weight(layer, Integer.parseInt(from), Integer.parseInt(to)));
    }

    void show(NetworkState state) {
        TwoLayers net = state.net();
        if (!net.equals(shown)) {
            shown = net;
            build(net);
        }
        Optional<NetworkSpot> lit = state.lit();
        light(net, lit);
        for (NetworkTerm term : NetworkTerm.values()) {
            HTMLElement letter = Elements.role("network-" + term.id());
            Elements.attribute(
                    letter,
                    "data-lit",
                    String.valueOf(lit.filter(spot -> spot.lights(term)).isPresent()));
            Elements.attribute(
                    letter, "aria-pressed", String.valueOf(state.pinned().equals(Optional.of(term))));
            Elements.text("network-" + term.id() + "-shape", term.shape(net));
        }
        Elements.text(
                "network-words",
                lit.map(spot -> spot.words(net)).orElse("Point at a letter, a number, a circle or a line."));
        Answers.show("network-count-answer", state.counted());
        Answers.show("network-built-answer", state.built());
    }

    private void build(TwoLayers net) {
        String[][] labels = {labels(0, net.inputs()), labels(1, net.hidden()), labels(2, net.outputs())};
        double[][][] weights = net.weights();
        picture.layers(labels);
        picture.weights(weights);
        matrix("network-matrix-1", labels[0], labels[1], weights[0]);
        matrix("network-matrix-2", labels[1], labels[2], weights[1]);
        showSize("network-examples", net.examples());
        showSize("network-inputs", net.inputs());
        showSize("network-hidden", net.hidden());
        showSize("network-outputs", net.outputs());
        Elements.text(
                "network-parameters",
                net.inputs() + "·" + net.hidden() + " + " + net.hidden() + " + " + net.hidden() + "·" + net.outputs()
                        + " + " + net.outputs() + " = " + Numbers.count(net.parameters()));
    }

    private static void showSize(String role, int size) {
        Elements.text(role, Integer.toString(size));
        Elements.enabled(Elements.role(role + "-fewer"), size > 1);
        Elements.enabled(Elements.role(role + "-more"), size < NetworkState.MOST);
    }

    private void light(TwoLayers net, Optional<NetworkSpot> lit) {
        Set<NetworkPart> parts = new HashSet<>();
        int[] sizes = {net.inputs(), net.hidden(), net.outputs()};
        for (int column = 0; column < sizes.length; column++) {
            for (int row = 0; row < sizes[column]; row++) {
                if (lit.isPresent() && lit.get().lightsUnit(column, row)) {
                    parts.add(new NetworkPart.Unit(column, row));
                }
            }
        }
        for (int layer = 0; layer < 2; layer++) {
            for (int from = 0; from < sizes[layer]; from++) {
                for (int to = 0; to < sizes[layer + 1]; to++) {
                    boolean on = lit.isPresent() && lit.get().lightsWeight(layer, from, to);
                    if (on) {
                        parts.add(new NetworkPart.Weight(layer, from, to));
                    }
                    Elements.attribute(cell(layer, from, to), "data-lit", String.valueOf(on));
                }
            }
        }
        picture.light(parts);
    }

    private static HTMLElement cell(int layer, int from, int to) {
        return Elements.role("network-matrix-" + (layer + 1))
                .querySelector("[data-from=\"" + from + "\"][data-to=\"" + to + "\"]");
    }

    private static void matrix(String role, String[] rows, String[] columns, double[][] values) {
        HTMLElement table = Elements.role(role);
        table.setInnerHTML("");
        HTMLElement head = element("tr").withChild(element("td"));
        for (String column : columns) {
            head.appendChild(element("th").withAttr("scope", "col").withText(column));
        }
        HTMLElement body = element("tbody");
        for (int from = 0; from < rows.length; from++) {
            HTMLElement row = element("tr");
            row.appendChild(element("th").withAttr("scope", "row").withText(rows[from]));
            for (int to = 0; to < columns.length; to++) {
                row.appendChild(element("td")
                        .withAttr("data-from", Integer.toString(from))
                        .withAttr("data-to", Integer.toString(to))
                        .withText(Numbers.fixed(values[from][to], 2)));
            }
            body.appendChild(row);
        }
        table.appendChild(element("thead").withChild(head));
        table.appendChild(body);
    }

    private static HTMLElement element(String name) {
        return Window.current().getDocument().createElement(name);
    }

    private static String[] labels(int column, int size) {
        String[] labels = new String[size];
        for (int row = 0; row < size; row++) {
            labels[row] = NetworkSpot.unit(column, row);
        }
        return labels;
    }
}
