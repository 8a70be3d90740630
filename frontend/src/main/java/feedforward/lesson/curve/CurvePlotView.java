package feedforward.lesson.curve;

import feedforward.course.CurvePoints;
import feedforward.course.CurveSetup;
import feedforward.data.Curve;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotPlace;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;

/** Shows the points, the curve they were made from, and the three models on the same axes. Mutable: draws only what is new. */
final class CurvePlotView {
    private static final PlotRange X = new PlotRange(-1.05, 1.05);
    private static final PlotRange Y = new PlotRange(CurveHand.LOWEST, CurveHand.HIGHEST);
    private static final float[] PLACES = places();
    private static final double[] WIDE = doubles(PLACES);

    private final Plot plot = new Plot(Elements.role("curve-plot"), X, Y, "x", "y");
    private final TableRows table =
            new TableRows(Elements.role("curve-table"), x -> Numbers.fixed(x, 3), value -> Numbers.fixed(value, 4));
    private CurvePoints points = CurvePoints.ofTheCourse();
    private int chosen = -2;

    /** Draws what is there from the start. */
    CurvePlotView() {
        double[] truth = new double[PLACES.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = Curve.truth(PLACES[i]);
        }
        plot.curve("curve-truth", WIDE, truth);
    }

    void onPen(PlotPlace down, PlotPlace move, Runnable up) {
        plot.onPen(down, move, up);
    }

    void show(CurveState state) {
        CurveSetup now = state.now();
        boolean newPoints = !now.points().equals(points) || chosen == -2;
        if (newPoints) {
            plot.curve("curve-line", WIDE, doubles(state.models().line().outputs(PLACES)));
            plot.curve("curve-logistic", WIDE, doubles(state.models().logistic().outputs(PLACES)));
        }
        plot.curve("curve-model", WIDE, doubles(state.network().outputs(PLACES)));
        if (newPoints || chosen != state.chosen()) {
            points = now.points();
            chosen = state.chosen();
            plot.points("points-data", doubles(points.places()), doubles(points.values()), 4.5, chosen);
            Elements.text("curve-chosen", chosenInWords());
        }
        float[] x = points.places();
        table.show(
                doubles(x),
                doubles(points.values()),
                doubles(state.network().outputs(x)),
                doubles(state.models().line().outputs(x)),
                doubles(state.models().logistic().outputs(x)));
    }

    private String chosenInWords() {
        return chosen < 0
                ? points.count() + " points, none chosen"
                : "Point " + (chosen + 1) + " of " + points.count() + ": x = " + Numbers.fixed(points.x(chosen), 3)
                        + ", y = " + Numbers.fixed(points.y(chosen), 3);
    }

    private static float[] places() {
        float[] places = new float[85];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) (-1.05 + 0.025 * i);
        }
        return places;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
