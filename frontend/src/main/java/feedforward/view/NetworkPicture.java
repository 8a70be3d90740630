package feedforward.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/**
 * A feed-forward network: columns of units, and a line for each weight between neighbouring columns, whose width tells the
 * magnitude, and whose colour and dashes the sign. Mutable; fills a frame with the picture, a line that reads what is pointed
 * at, and the weights as a table. Style sheet: {@code network.css}.
 *
 * <p>It is one stop of the tab key. Inside, arrow keys lead from a unit along its weights to the next column; Enter chooses.
 */
public final class NetworkPicture {
    private final HTMLElement frame;
    private final NetworkListener listener;
    private final NetworkTable table;
    private final HTMLElement reading = Window.current().getDocument().createElement("p");
    private final Element svg;
    private final List<NetworkLine> lines = new ArrayList<>();
    private final List<NetworkCircle> circles = new ArrayList<>();

    private String[][] labels = {};
    private double[][][] weights = {};
    private NetworkPlan plan = new NetworkPlan();
    private List<NetworkPart> parts = List.of();
    private Optional<NetworkPart> hovered = Optional.empty();
    private Optional<NetworkPart> focused = Optional.empty();
    private Optional<NetworkPart> pointed = Optional.empty();
    private int stop;

    /**
     * @param frame an empty element
     * @param name what the picture shows, for those who do not see it
     */
    public NetworkPicture(HTMLElement frame, String name, NetworkListener listener) {
        this.frame = frame;
        this.listener = listener;
        svg = Svg.add(frame, "svg", "network-svg");
        svg.setAttribute("role", "group");
        svg.setAttribute("aria-label", name);
        reading.setAttribute("class", "network-reading");
        reading.setAttribute("aria-hidden", "true");
        frame.appendChild(reading);
        table = new NetworkTable(frame, name);
        listen();
    }

    /**
     * Which units there are, column by column. A change draws the picture anew, without weights, texts and canvases.
     *
     * @param newer at least one label in each column
     */
    public void layers(String[][] newer) {
        if (!Arrays.deepEquals(labels, newer)) {
            labels = newer;
            boolean hadFocus = focused.isPresent();
            hovered = Optional.empty();
            focused = Optional.empty();
            build();
            tell();
            if (hadFocus) {
                focus(parts.get(stop));
            }
        }
    }

    /**
     * @param newer [column][from][to], the weights between a column and the next, NaN for one that is not known; the largest
     *     magnitude, at least 1, is drawn thickest
     */
    public void weights(double[][][] newer) {
        weights = newer;
        double limit = 1;
        for (int i = circles.size(); i < parts.size(); i++) {
            double magnitude = Math.abs(weight((NetworkPart.Weight) parts.get(i)));
            limit = magnitude > limit ? magnitude : limit;
        }
        for (int i = circles.size(); i < parts.size(); i++) {
            lines.get(i - circles.size()).show(weight((NetworkPart.Weight) parts.get(i)), limit);
        }
        table.show(labels, weights);
        read();
    }

    /** @param texts what stands inside each unit, as long as the labels; an empty one leaves the label there */
    public void texts(String[][] texts) {
        for (int i = 0; i < circles.size(); i++) {
            NetworkPart.Unit unit = (NetworkPart.Unit) parts.get(i);
            circles.get(i).show(texts[unit.column()][unit.row()]);
        }
        read();
    }

    /** A canvas inside a unit, to paint on; it lasts until the layers change. */
    public HTMLCanvasElement canvas(NetworkPart.Unit unit) {
        return circles.get(parts.indexOf(unit)).canvas();
    }

    /** Lights these parts and dims all others; with none of them nothing is dim. */
    public void light(Set<NetworkPart> lit) {
        svg.setAttribute("data-lit", lit.isEmpty() ? "none" : "some");
        for (int i = 0; i < parts.size(); i++) {
            group(i).setAttribute("data-lit", Boolean.toString(lit.contains(parts.get(i))));
        }
    }

    private void build() {
        Svg.clear(svg);
        lines.clear();
        circles.clear();
        plan = new NetworkPlan(sizes());
        parts = plan.parts();
        weights = new double[0][][];
        svg.setAttribute("height", Integer.toString(plan.height()));
        drawLines();
        drawCircles();
        for (int i = 0; i < parts.size(); i++) {
            name(i);
        }
        stop(Math.min(stop, parts.size() - 1));
        weights(unknown());
    }

    private void drawLines() {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof NetworkPart.Weight weight) {
                lines.add(new NetworkLine(svg, i, weight, plan));
            }
        }
    }

    /** Above the lines. */
    private void drawCircles() {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof NetworkPart.Unit unit) {
                circles.add(new NetworkCircle(svg, i, unit, plan, unit.name(labels)));
            }
        }
    }

    private int[] sizes() {
        int[] sizes = new int[labels.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = labels[i].length;
        }
        return sizes;
    }

    private double[][][] unknown() {
        double[][][] unknown = new double[Math.max(0, labels.length - 1)][][];
        for (int i = 0; i < unknown.length; i++) {
            unknown[i] = new double[labels[i].length][labels[i + 1].length];
            for (double[] row : unknown[i]) {
                Arrays.fill(row, Double.NaN);
            }
        }
        return unknown;
    }

    private void listen() {
        Elements.on(frame, "pointerover", event -> {
            hovered = part(event);
            tell();
        });
        Elements.on(frame, "pointerout", event -> {
            hovered = Optional.empty();
            tell();
        });
        Elements.on(frame, "focusin", event -> {
            focused = part(event);
            focused.ifPresent(part -> stop(parts.indexOf(part)));
            tell();
        });
        Elements.on(frame, "focusout", event -> {
            focused = Optional.empty();
            tell();
        });
        Elements.on(frame, "click", event -> part(event).ifPresent(listener::chosen));
        Elements.on(frame, "keydown", event -> part(event).ifPresent(part -> key((KeyboardEvent) event, part)));
    }

    /** Every element that events can come from carries its part's index. */
    private Optional<NetworkPart> part(Event event) {
        String index = ((Element) event.getTarget()).getAttribute("data-part");
        return index == null ? Optional.empty() : Optional.of(parts.get(Integer.parseInt(index)));
    }

    private void key(KeyboardEvent event, NetworkPart part) {
        if (Elements.isShortcut(event)) {
            return;
        }
        switch (event.getKey()) {
            case "ArrowLeft" -> focus(part.step(NetworkPart.Direction.LEFT, plan.sizes()));
            case "ArrowRight" -> focus(part.step(NetworkPart.Direction.RIGHT, plan.sizes()));
            case "ArrowUp" -> focus(part.step(NetworkPart.Direction.UP, plan.sizes()));
            case "ArrowDown" -> focus(part.step(NetworkPart.Direction.DOWN, plan.sizes()));
            case "Home" -> focus(parts.get(0));
            case "End" -> focus(new NetworkPart.Unit(labels.length - 1, 0));
            case "Enter", " " -> listener.chosen(part);
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    private void focus(NetworkPart part) {
        frame.querySelector("g[data-part=\"" + parts.indexOf(part) + "\"]").focus();
    }

    private void stop(int index) {
        group(Math.min(stop, parts.size() - 1)).setAttribute("tabindex", "-1");
        stop = index;
        group(stop).setAttribute("tabindex", "0");
    }

    private void tell() {
        Optional<NetworkPart> newer = hovered.isPresent() ? hovered : focused;
        if (!newer.equals(pointed)) {
            pointed = newer;
            read();
            pointed.ifPresentOrElse(listener::pointedAt, listener::left);
        }
    }

    /** Reads the part that is pointed at, with its number. */
    private void read() {
        pointed.ifPresent(part -> name(parts.indexOf(part)));
        Elements.text(
                reading,
                pointed.map(part -> words(parts.indexOf(part)))
                        .orElse("Point at a circle or a line, or use the arrow keys."));
    }

    private void name(int index) {
        Element group = group(index);
        String words = words(index);
        if (!words.equals(group.getAttribute("aria-label"))) {
            group.setAttribute("aria-label", words);
        }
    }

    private String words(int index) {
        NetworkPart part = parts.get(index);
        String name = part.name(labels);
        if (part instanceof NetworkPart.Weight weight) {
            double value = weight(weight);
            return "weight " + name + (Double.isNaN(value) ? "" : " = " + Numbers.fixed(value, 3));
        }
        String text = circles.get(index).text();
        return text.isEmpty() ? "unit " + name : name + " = " + text;
    }

    private double weight(NetworkPart.Weight weight) {
        return weights.length == 0 ? Double.NaN : weights[weight.column()][weight.from()][weight.to()];
    }

    private Element group(int index) {
        return index < circles.size()
                ? circles.get(index).group()
                : lines.get(index - circles.size()).group();
    }
}
