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
    private final Element label = NetworkShapes.element("text");
    private final Element inside = NetworkShapes.element("text");
    private String text = "";
    private Optional<Canvas> canvas = Optional.empty();

    NetworkCircle(int index, NetworkPart.Unit unit, NetworkPlan plan, String name) {
        this.unit = unit;
        this.plan = plan;
        group = NetworkShapes.part(index, "network-unit");
        Element circle = NetworkShapes.element("circle");
        circle.setAttribute("cx", x());
        circle.setAttribute("cy", NetworkShapes.number(y()));
        circle.setAttribute("r", Integer.toString(plan.radius()));
        circle.setAttribute("data-part", Integer.toString(index));
        label.setAttribute("x", x());
        label.setTextContent(name);
        inside.setAttribute("x", x());
        inside.setAttribute("y", NetworkShapes.number(y()));
        inside.setAttribute("class", "network-text");
        group.appendChild(circle);
        group.appendChild(label);
        group.appendChild(inside);
        place();
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
            Element frame = NetworkShapes.element("foreignObject");
            frame.setAttribute("x", x());
            frame.setAttribute("y", NetworkShapes.number(y() - side / 2.0));
            frame.setAttribute("width", Integer.toString(side));
            frame.setAttribute("height", Integer.toString(side));
            frame.setAttribute("transform", "translate(-" + side / 2 + " 0)");
            frame.appendChild(fresh.element);
            group.insertBefore(frame, label);
            place();
        }
        return canvas.get().element;
    }

    private void place() {
        boolean above = !text.isEmpty() || canvas.isPresent();
        label.setAttribute("class", above ? "network-label network-label-above" : "network-label");
        label.setAttribute("y", NetworkShapes.number(above ? y() - plan.radius() - 6 : y()));
    }

    private String x() {
        return NetworkShapes.percent(plan.x(unit.column()));
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
