package feedforward.view;

import java.util.Optional;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.xml.Element;

/** A unit as a circle with its label, or with a text or a canvas inside and the label above. Mutable. */
final class NetworkCircle {
    private final NetworkPart.Unit unit;
    private final NetworkPlan plan;
    private final Element group;
    private final Element label;
    private final Element inside;
    private String text = "";
    private Optional<Canvas> canvas = Optional.empty();

    /** @param svg the picture, whose last element this becomes */
    NetworkCircle(Element svg, int index, NetworkPart.Unit unit, NetworkPlan plan, String name) {
        this.unit = unit;
        this.plan = plan;
        group = group(svg, index, "network-unit");
        Element circle = Svg.add(group, "circle");
        circle.setAttribute("cx", x());
        Svg.place(circle, "cy", y());
        Svg.place(circle, "r", plan.radius());
        circle.setAttribute("data-part", Integer.toString(index));
        label = Svg.add(group, "text");
        label.setAttribute("x", x());
        label.setTextContent(name);
        inside = Svg.add(group, "text", "network-text");
        inside.setAttribute("x", x());
        Svg.place(inside, "y", y());
        place();
    }

    /** A part's group, which takes the focus. */
    static Element group(Element svg, int index, String cssClass) {
        Element group = Svg.add(svg, "g", cssClass);
        group.setAttribute("role", "button");
        group.setAttribute("tabindex", "-1");
        group.setAttribute("data-part", Integer.toString(index));
        return group;
    }

    Element group() {
        return group;
    }

    String text() {
        return text;
    }

    /** Puts a text inside, or with the empty one takes it away. */
    void show(String newer) {
        if (!text.equals(newer)) {
            text = newer;
            inside.setTextContent(text);
            place();
        }
    }

    /** The canvas inside, which there is from now on; a style sheet makes it as large as the circle. */
    HTMLCanvasElement canvas() {
        if (canvas.isEmpty()) {
            Canvas fresh = new Canvas(
                    (HTMLCanvasElement) Window.current().getDocument().createElement("canvas"));
            canvas = Optional.of(fresh);
            int side = 2 * plan.radius() - 4;
            Element frame = Svg.add(group, "foreignObject");
            frame.setAttribute("x", x());
            Svg.place(frame, "y", y() - side / 2.0);
            frame.setAttribute("width", Integer.toString(side));
            frame.setAttribute("height", Integer.toString(side));
            frame.setAttribute("transform", "translate(-" + side / 2 + " 0)");
            frame.appendChild(fresh.element);
            place();
        }
        return canvas.get().element;
    }

    private void place() {
        boolean above = !text.isEmpty() || canvas.isPresent();
        label.setAttribute("class", above ? "network-label network-label-above" : "network-label");
        Svg.place(label, "y", above ? y() - plan.radius() - 6 : y());
    }

    private String x() {
        return plan.x(unit.column());
    }

    private double y() {
        return plan.y(unit.column(), unit.row());
    }

    /** A wrapper: a JavaScript object in an {@link Optional} would need glue that our policy forbids. */
    private static final class Canvas {
        private final HTMLCanvasElement element;

        private Canvas(HTMLCanvasElement element) {
            this.element = element;
        }
    }
}
