package feedforward.lesson.costs;

import feedforward.course.CostFunction;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.LineChart;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Shows a {@link CostsState}. Mutable in what it has shown. */
final class CostsView {
    private static final PlotRange Y = new PlotRange(-1, 2);
    private static final PlotRange COST = new PlotRange(-0.1, 3);
    private static final int PLACES = 301;
    /** The steps whose outputs the lesson's text is about. */
    private static final int[] STEPS = {50, 150, 300};

    private final Map<CostFunction, Plot> plots = new EnumMap<>(CostFunction.class);
    private final TableRows table =
            new TableRows(Elements.role("costs-table"), y -> Numbers.fixed(y, 1), value -> Numbers.fixed(value, 3));
    private final LineChart chart = new LineChart(
            Elements.role("costs-chart"),
            "{\"x\":{\"label\":\"step\"},\"y\":{\"label\":\"output; the target is 0\",\"range\":[0,1]},\"series\":["
                    + "{\"label\":\"Squared error\",\"colour\":\"--ink-soft\",\"width\":2.5,\"dash\":[7,5]},"
                    + "{\"label\":\"Cross-entropy\",\"colour\":\"--model\",\"width\":3}]}");
    private final TableRows outputs = new TableRows(
            Elements.role("costs-outputs"), step -> Numbers.count((long) step), value -> Numbers.fixed(value, 4));
    private int target = -1;

    CostsView() {
        for (CostFunction cost : CostFunction.values()) {
            plots.put(cost, new Plot(Elements.role("costs-" + cost.id()), Y, COST, "prediction y", "cost"));
        }
    }

    /** Hears where the pen is on any plot. */
    void onPlace(DoubleConsumer y) {
        plots.values().forEach(plot -> plot.onPen((x, cost) -> y.accept(x), (x, cost) -> y.accept(x), () -> {}));
    }

    void show(CostsState state) {
        showCosts(state);
        showUnits(state);
        Answers.show("costs-below-answer", state.below());
        Answers.show("costs-factor-answer", state.factor());
    }

    private void showCosts(CostsState state) {
        if (target != state.target()) {
            target = state.target();
            drawCurves();
        }
        ((HTMLInputElement) Elements.role("costs-t" + target)).setChecked(true);
        ((HTMLInputElement) Elements.role("costs-y")).setValue(Double.toString(state.prediction()));
        Elements.text("costs-y-value", Numbers.fixed(state.prediction(), 2));
        for (CostFunction cost : CostFunction.values()) {
            double value = cost.value(state.prediction(), target);
            double slope = cost.slope(state.prediction(), target);
            String role = "costs-" + cost.id();
            Elements.text(role + "-value", Double.isNaN(value) ? "–" : Numbers.fixed(value, 3));
            Elements.text(role + "-slope", Double.isNaN(slope) ? "–" : Numbers.fixed(slope, 3));
            plots.get(cost).points("points-data", new double[] {state.prediction()}, new double[] {value}, 7, -1);
        }
    }

    private void drawCurves() {
        double[] y = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            y[i] = -1 + 3.0 * i / (PLACES - 1);
        }
        double[] goal = {target, target};
        double[] height = {COST.least(), COST.most()};
        for (CostFunction cost : CostFunction.values()) {
            plots.get(cost).curve("curve-truth", goal, height);
            plots.get(cost).curve("curve-model", y, values(cost, y));
        }
        double[] some = new double[31];
        for (int i = 0; i < some.length; i++) {
            some[i] = -1 + i / 10.0;
        }
        table.show(
                some,
                values(CostFunction.SQUARED, some),
                values(CostFunction.CROSS_ENTROPY, some),
                values(CostFunction.ABSOLUTE, some),
                values(CostFunction.HUBER, some));
    }

    private double[] values(CostFunction cost, double[] y) {
        double[] values = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            values[i] = cost.value(y[i], target);
        }
        return values;
    }

    private void showUnits(CostsState state) {
        double[] steps = new double[state.squared().size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i;
        }
        double[] squared = doubles(state.squared());
        double[] cross = doubles(state.cross());
        chart.show(steps, squared, cross);
        outputs.show(steps, squared, cross);
        for (int step : STEPS) {
            Elements.text("costs-squared-" + step, step <= state.steps() ? Numbers.fixed(squared[step], 3) : "–");
            Elements.text("costs-cross-" + step, step <= state.steps() ? Numbers.fixed(cross[step], 3) : "–");
        }
        Elements.text("costs-steps", Numbers.count(state.steps()));
        Elements.text("costs-squared-now", Numbers.fixed(squared[state.steps()], 3));
        Elements.text("costs-cross-now", Numbers.fixed(cross[state.steps()], 3));
        ((HTMLInputElement) Elements.role("costs-start")).setValue(Double.toString(state.start()));
        Elements.text("costs-start-value", Numbers.fixed(state.start(), 1));
        HTMLInputElement rate = (HTMLInputElement) Elements.role("costs-rate");
        if (!rate.getValue().equals(state.rate())) {
            rate.setValue(state.rate());
        }
        Elements.text("costs-play", state.running() ? "Pause" : "Learn");
        Elements.text("costs-message", state.message());
    }

    private static double[] doubles(List<Float> values) {
        double[] doubles = new double[values.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values.get(i);
        }
        return doubles;
    }
}
