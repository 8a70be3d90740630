package feedforward.view;

import org.teavm.jso.dom.xml.Element;

/** The frame, grid, ticks and names of a plot's two axes; turns values into places. */
record PlotAxes(PlotRange x, PlotRange y, String xName, String yName, int width, int height) {
    private static final int LEFT = 52;
    private static final int RIGHT = 8;
    private static final int TOP = 10;
    private static final int BOTTOM = 42;
    private static final int LEAST_WIDTH = 260;
    private static final int LEAST_HEIGHT = 230;
    private static final int MOST_HEIGHT = 400;

    /** Axes on an element of this width in pixels. */
    static PlotAxes of(PlotRange x, PlotRange y, String xName, String yName, int elementWidth) {
        int width = Math.max(LEAST_WIDTH, elementWidth);
        int height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, width * 7 / 10));
        return new PlotAxes(x, y, xName, yName, width, height);
    }

    double placeX(double value) {
        return LEFT + x.fraction(value) * (width - LEFT - RIGHT);
    }

    double placeY(double value) {
        return height - BOTTOM - y.fraction(value) * (height - TOP - BOTTOM);
    }

    /** @param fraction of the element's width */
    double valueX(double fraction) {
        return x.at((fraction * width - LEFT) / (width - LEFT - RIGHT));
    }

    /** @param fraction of the element's height, from above */
    double valueY(double fraction) {
        return y.at((height - BOTTOM - fraction * height) / (height - TOP - BOTTOM));
    }

    void drawInto(Element group) {
        Svg.clear(group);
        for (double tick = firstTick(x); tick <= x.most() + x.tickStep() / 1000; tick += x.tickStep()) {
            line(group, "plot-grid", placeX(tick), TOP, placeX(tick), height - BOTTOM);
            Svg.text(group, placeX(tick), height - BOTTOM + 17, "middle", Numbers.fixed(tick, x.tickDecimals()));
        }
        for (double tick = firstTick(y); tick <= y.most() + y.tickStep() / 1000; tick += y.tickStep()) {
            line(group, "plot-grid", LEFT, placeY(tick), width - RIGHT, placeY(tick));
            Svg.text(group, LEFT - 7, placeY(tick) + 4, "end", Numbers.fixed(tick, y.tickDecimals()));
        }
        frame(Svg.add(group, "rect", "plot-frame"));
        Svg.text(group, placeX(x.at(0.5)), height - 6, "middle", xName);
        Element name = Svg.text(group, 0, 0, "middle", yName);
        name.setAttribute("transform", "translate(13 " + Svg.length(placeY(y.at(0.5))) + ") rotate(-90)");
    }

    /** Makes a rectangle that of the plotting area. */
    void frame(Element rectangle) {
        Svg.place(rectangle, "x", LEFT);
        Svg.place(rectangle, "y", TOP);
        Svg.place(rectangle, "width", width - LEFT - RIGHT);
        Svg.place(rectangle, "height", height - TOP - BOTTOM);
    }

    private static double firstTick(PlotRange range) {
        return Math.ceil(range.least() / range.tickStep() - 1e-9) * range.tickStep();
    }

    private static void line(Element group, String cssClass, double x1, double y1, double x2, double y2) {
        Element path = Svg.add(group, "path", cssClass);
        path.setAttribute(
                "d", "M" + Svg.length(x1) + " " + Svg.length(y1) + "L" + Svg.length(x2) + " " + Svg.length(y2));
    }
}
