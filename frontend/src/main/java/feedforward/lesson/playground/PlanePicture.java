package feedforward.lesson.playground;

import feedforward.data.LabelledPoints;
import feedforward.view.Elements;
import feedforward.view.HeatColours;
import feedforward.view.HeatMap;
import feedforward.view.Svg;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.xml.Element;

/** The plane: a heat map, and the points on it, each class in a shape of its own, those to judge by hollow. Mutable. */
final class PlanePicture {
    private static final double RADIUS = 0.15;

    private final HeatMap heat = new HeatMap((HTMLCanvasElement) Elements.role("playground-heat"));
    private final Element[] groups = new Element[2 * PlanePoints.MOST_CLASSES];
    private PlanePoints shown = PlanePoints.USUAL.withOwn("");

    PlanePicture() {
        Element svg = Elements.role("playground-points");
        axis(svg, "M-6 0H6M0-6V6");
        Svg.text(svg, 5.85, -0.2, "end", "x₁");
        Svg.text(svg, 0.2, -5.45, "start", "x₂");
        for (int i = 0; i < groups.length; i++) {
            String kind = i % 2 == 0 ? "point-training" : "point-test";
            groups[i] = Svg.add(svg, "path", kind + " point-" + i / 2);
        }
    }

    void points(PlanePoints points) {
        if (points.equals(shown)) {
            return;
        }
        shown = points;
        LabelledPoints all = points.all();
        int training = points.toLearnFrom();
        StringBuilder[] paths = new StringBuilder[groups.length];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = new StringBuilder();
        }
        for (int i = 0; i < all.labels().length; i++) {
            int label = all.labels()[i];
            draw(paths[2 * label + (i < training ? 0 : 1)], label, all.xy()[2 * i], -all.xy()[2 * i + 1]);
        }
        for (int i = 0; i < paths.length; i++) {
            groups[i].setAttribute("d", paths[i].toString());
        }
    }

    /** @param probabilities [pixels, classes] */
    void classes(float[] probabilities, int classes, HeatColours colours) {
        heat.classes(probabilities, classes, colours);
    }

    /** @param outputs [pixels, units], of which one is shown */
    void unit(float[] outputs, int units, int unit, float low, float high, HeatColours colours) {
        heat.diverging(outputs, units, unit, low, high, colours);
    }

    private static void axis(Element svg, String path) {
        Svg.add(svg, "path", "plane-axis").setAttribute("d", path);
    }

    /** Circle, square, triangle, diamond: all of about one area. */
    private static void draw(StringBuilder path, int label, double x, double y) {
        path.append('M').append(Svg.length(x));
        switch (label) {
            case 0 -> path.append(' ').append(Svg.length(y - RADIUS)).append("a.15.15 0 1 1-.01 0z");
            case 1 -> path.append(' ').append(Svg.length(y)).append("m-.13-.13h.26v.26h-.26z");
            case 2 -> path.append(' ').append(Svg.length(y)).append("m0-.2l.18.33h-.36z");
            default -> path.append(' ').append(Svg.length(y)).append("m0-.2l.17.2l-.17.2l-.17-.2z");
        }
    }
}
