package feedforward.lesson.playground;

import feedforward.view.Elements;
import feedforward.view.PlotPlace;
import feedforward.view.Svg;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/** The pen that draws own points by keyboard: arrows move it, Enter or the space bar puts it down. Mutable. */
final class PlaneCursorView {
    private final HTMLElement plane = Elements.role("playground-points");
    private final Element cross = Svg.add(plane, "path", "plane-cursor");
    private PlaneCursor cursor = PlaneCursor.MIDDLE;

    /** @param pen hears where on the plane it came down */
    PlaneCursorView(PlotPlace pen) {
        Elements.on(plane, "keydown", event -> key((KeyboardEvent) event, pen));
        show();
    }

    /** @param own whether the points are the visitor's own, which alone can be drawn */
    void enabled(boolean own) {
        Elements.attribute(plane, "role", own ? "application" : "img");
        if (own) {
            Elements.attribute(plane, "tabindex", "0");
        } else {
            plane.removeAttribute("tabindex");
        }
    }

    private void key(KeyboardEvent event, PlotPlace pen) {
        if (Elements.isShortcut(event)) {
            return;
        }
        PlaneCursor next = cursor.after(event.getKey(), event.isShiftKey());
        if (event.getKey().equals("Enter") || event.getKey().equals(" ")) {
            pen.at(cursor.x(), cursor.y());
        } else if (!event.getKey().startsWith("Arrow")) {
            return;
        }
        cursor = next;
        show();
        event.preventDefault();
    }

    private void show() {
        cross.setAttribute("d", "M" + Svg.length(cursor.x()) + " " + Svg.length(-cursor.y()) + "m-.4 0h.8m-.4-.4v.8");
        Elements.text("playground-cursor", cursor.words());
    }
}
