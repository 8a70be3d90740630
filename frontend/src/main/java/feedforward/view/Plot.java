package feedforward.view;

import feedforward.browser.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/**
 * A plot in SVG: lines, error bars and points over two axes, each in a layer with its CSS class, the later above the earlier. Follows
 * its element's width. For figures that are touched; curves that only grow are a {@link LineChart}'s. Mutable.
 */
public final class Plot {
    private static int plots;

    private final HTMLElement svg;
    private String xName;
    private String yName;
    private final Element axesGroup;
    private final Element clip;
    private final Element layersGroup;
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private PlotAxes axes;

    /** What is drawn in one group of its own. */
    private record Layer(Element group, Drawing drawing) {}

    private interface Drawing {
        void into(Element group, PlotAxes axes);
    }

    /** @param svg an svg element with the class {@code plot} */
    public Plot(HTMLElement svg, PlotRange x, PlotRange y, String xName, String yName) {
        this.svg = svg;
        this.xName = xName;
        this.yName = yName;
        String clipName = "plot-clip-" + ++plots;
        clip = Svg.add(clipPath(svg, clipName), "rect");
        axesGroup = Svg.add(svg, "g", "plot-axes");
        axesGroup.setAttribute("aria-hidden", "true");
        layersGroup = Svg.add(svg, "g");
        layersGroup.setAttribute("clip-path", "url(#" + clipName + ")");
        axes = PlotAxes.of(x, y, xName, yName, svg.getClientWidth());
        Script.script().listenToWidth(svg, () -> layOut(axes.x(), axes.y()));
        layOut(x, y);
    }

    /** Shows other parts of the plane from now on. */
    public void range(PlotRange x, PlotRange y) {
        if (!x.equals(axes.x()) || !y.equals(axes.y())) {
            layOut(x, y);
        }
    }

    /** Calls the axes otherwise from now on. */
    public void names(String x, String y) {
        xName = x;
        yName = y;
        layOut(axes.x(), axes.y());
    }

    /** A line through places; NaN leaves a gap. */
    public void curve(String cssClass, double[] x, double[] y) {
        draw(cssClass, (group, now) -> path(group).setAttribute("d", lineThrough(now, x, y)));
    }

    /** A vertical bar at each place, from one value to another, such as a point's distance from a line. */
    public void bars(String cssClass, double[] x, double[] from, double[] to) {
        draw(cssClass, (group, now) -> {
            StringBuilder d = new StringBuilder();
            for (int i = 0; i < x.length; i++) {
                move(d, 'M', now, x[i], from[i]);
                move(d, 'L', now, x[i], to[i]);
            }
            path(group).setAttribute("d", d.toString());
        });
    }

    /** Straight pieces, each from a place to another: {x1, y1, x2, y2}. */
    public void pieces(String cssClass, List<double[]> pieces) {
        draw(cssClass, (group, now) -> {
            StringBuilder d = new StringBuilder();
            for (double[] piece : pieces) {
                move(d, 'M', now, piece[0], piece[1]);
                move(d, 'L', now, piece[2], piece[3]);
            }
            path(group).setAttribute("d", d.toString());
        });
    }

    /**
     * Round points.
     *
     * @param chosen the one that stands out, or −1
     */
    public void points(String cssClass, double[] x, double[] y, double radius, int chosen) {
        draw(cssClass, (group, now) -> {
            Svg.clear(group);
            for (int i = 0; i < x.length; i++) {
                Element circle = Svg.add(group, "circle");
                Svg.place(circle, "cx", now.placeX(x[i]));
                Svg.place(circle, "cy", now.placeY(y[i]));
                Svg.place(circle, "r", i == chosen ? radius * 1.4 : radius);
                circle.setAttribute("data-chosen", String.valueOf(i == chosen));
            }
        });
    }

    /** Hears of a mouse, finger or pen, at places on the axes: where it comes down, each place until it is lifted, and that. */
    public void onPen(PlotPlace down, PlotPlace move, Runnable up) {
        svg.getClassList().add("plot-touched");
        Script.script()
                .listenToPen(
                        svg,
                        (x, y) -> down.at(axes.valueX(x), axes.valueY(y)),
                        (x, y) -> move.at(axes.valueX(x), axes.valueY(y)),
                        up::run);
    }

    private void draw(String cssClass, Drawing drawing) {
        Layer old = layers.get(cssClass);
        Layer layer = new Layer(old == null ? Svg.add(layersGroup, "g", cssClass) : old.group, drawing);
        layers.put(cssClass, layer);
        drawing.into(layer.group, axes);
    }

    private void layOut(PlotRange x, PlotRange y) {
        axes = PlotAxes.of(x, y, xName, yName, svg.getClientWidth());
        svg.setAttribute("viewBox", "0 0 " + axes.width() + " " + axes.height());
        axes.drawInto(axesGroup);
        axes.frame(clip);
        layers.values().forEach(layer -> layer.drawing.into(layer.group, axes));
    }

    private static Element clipPath(Element svg, String name) {
        Element path = Svg.add(Svg.add(svg, "defs"), "clipPath");
        path.setAttribute("id", name);
        return path;
    }

    private static Element path(Element group) {
        Element path = (Element) group.getFirstChild();
        return path == null ? Svg.add(group, "path") : path;
    }

    private static String lineThrough(PlotAxes axes, double[] x, double[] y) {
        StringBuilder d = new StringBuilder();
        boolean on = false;
        for (int i = 0; i < x.length; i++) {
            boolean there = !Double.isNaN(y[i]);
            if (there) {
                move(d, on ? 'L' : 'M', axes, x[i], y[i]);
            }
            on = there;
        }
        return d.toString();
    }

    private static void move(StringBuilder d, char command, PlotAxes axes, double x, double y) {
        d.append(command).append(Svg.length(axes.placeX(x))).append(' ').append(Svg.length(axes.placeY(y)));
    }
}
