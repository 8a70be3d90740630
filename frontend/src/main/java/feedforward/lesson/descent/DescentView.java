package feedforward.lesson.descent;

import feedforward.course.Contours;
import feedforward.course.CostSurface;
import feedforward.course.SurfaceDescent.Place;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotPlace;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link DescentState}. The contours of a surface are drawn once. */
final class DescentView {
    private static final int SIDE = 81;
    private static final int LEVELS = 9;
    private static final double FIRST_LEVEL = 8e-4;
    private static final double NEXT_LEVEL = 2.4;
    private static final int TABLE_ROWS = 12;

    private final HTMLElement svg = Elements.role("descent-plot");
    private final HTMLSelectElement model = (HTMLSelectElement) Elements.role("descent-model");
    private final HTMLInputElement rate = (HTMLInputElement) Elements.role("descent-rate");
    private final TableRows table =
            new TableRows(Elements.role("descent-table"), step -> Numbers.count((long) step), Numbers::significant);
    private final Plot plot;
    private String drawn = "";

    DescentView(PlotPlace put) {
        plot = new Plot(svg, new PlotRange(-1, 1), new PlotRange(-1, 1), "slope m", "height b");
        plot.onPen(put, put, () -> {});
    }

    void show(DescentState state, CostSurface surface) {
        if (!drawn.equals(state.model().id())) {
            drawn = state.model().id();
            drawSurface(state.model(), surface);
        }
        List<Place> way = state.way();
        double[] u = column(way, Place::u);
        double[] v = column(way, Place::v);
        Place ball = state.ball();
        plot.curve("curve-model", u, v);
        plot.points("points-steps", u.length <= 400 ? u : new double[0], u.length <= 400 ? v : new double[0], 2.2, -1);
        plot.points("points-ball", new double[] {ball.u()}, new double[] {ball.v()}, 8, -1);
        model.setValue(state.model().id());
        if (!rate.getValue().equals(state.rate())) {
            rate.setValue(state.rate());
        }
        Elements.text("descent-cost", state.cost() < 1000 ? Numbers.fixed(state.cost(), 5) : "over 1,000");
        Elements.text("descent-steps", Numbers.count(state.steps()));
        Elements.text("descent-place", Numbers.fixed(ball.u(), 3) + ", " + Numbers.fixed(ball.v(), 3));
        Elements.text("descent-distance", Numbers.fixed(ball.distance(), 3));
        Elements.state(Elements.role("descent-figure"), state.model().id());
        Elements.text("descent-play", state.running() ? "Pause" : "Let it roll");
        Elements.text("descent-message", state.message());
        showTable(state, surface);
        Answers.show("descent-limit-answer", state.limit());
        Answers.show("descent-flat-answer", state.flat());
    }

    private void drawSurface(DescentModel on, CostSurface surface) {
        plot.range(new PlotRange(on.leastU(), on.mostU()), new PlotRange(on.leastV(), on.mostV()));
        plot.names(on.uName(), on.vName());
        double[][] grid = surface.grid(on.leastU(), on.mostU(), on.leastV(), on.mostV(), SIDE);
        double least = least(grid);
        double above = FIRST_LEVEL;
        for (int i = 0; i < LEVELS; i++) {
            plot.pieces("contour contour-" + i, pieces(on, Contours.at(least + above, grid)));
            above *= NEXT_LEVEL;
        }
    }

    private static List<double[]> pieces(DescentModel on, List<Contours.Segment> segments) {
        double du = (on.mostU() - on.leastU()) / (SIDE - 1);
        double dv = (on.mostV() - on.leastV()) / (SIDE - 1);
        List<double[]> pieces = new ArrayList<>();
        for (Contours.Segment segment : segments) {
            pieces.add(new double[] {
                on.leastU() + du * segment.x1(),
                on.leastV() + dv * segment.y1(),
                on.leastU() + du * segment.x2(),
                on.leastV() + dv * segment.y2()
            });
        }
        return pieces;
    }

    /** About a dozen steps, evenly spaced; the first and the last among them. */
    private void showTable(DescentState state, CostSurface surface) {
        int last = state.way().size() - 1;
        int rows = Math.min(TABLE_ROWS, last + 1);
        double[][] columns = new double[4][rows];
        for (int row = 0; row < rows; row++) {
            int step = rows == 1 ? 0 : row * last / (rows - 1);
            Place place = state.way().get(step);
            columns[0][row] = step;
            columns[1][row] = place.u();
            columns[2][row] = place.v();
            columns[3][row] = surface.costAt(place.u(), place.v());
        }
        table.show(columns);
    }

    private static double least(double[][] grid) {
        double least = Double.MAX_VALUE;
        for (double[] row : grid) {
            for (double height : row) {
                least = Math.min(least, height);
            }
        }
        return least;
    }

    private static double[] column(List<Place> way, ToDoubleFunction<Place> value) {
        return way.stream().mapToDouble(value).toArray();
    }
}
