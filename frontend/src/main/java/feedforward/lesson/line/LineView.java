package feedforward.lesson.line;

import feedforward.course.LineFit;
import feedforward.data.Curve;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Shows a {@link LineState}. */
final class LineView {
    private static final PlotRange X = new PlotRange(-1.05, 1.05);
    private static final PlotRange Y = new PlotRange(-0.2, 1);

    private final Plot plot = new Plot(Elements.role("line-plot"), X, Y, "x", "y");
    private final TableRows table =
            new TableRows(Elements.role("line-table"), x -> Numbers.fixed(x, 2), value -> Numbers.fixed(value, 4));
    private final HTMLInputElement slope = (HTMLInputElement) Elements.role("line-m");
    private final HTMLInputElement height = (HTMLInputElement) Elements.role("line-b");
    private final HTMLInputElement rate = (HTMLInputElement) Elements.role("line-rate");

    void show(LineState state) {
        showLine(state);
        double cost = LineFit.cost(state.m(), state.b());
        Elements.text("line-cost", cost < 1000 ? Numbers.fixed(cost, 5) : "over 1,000");
        Elements.text("line-steps", Numbers.count(state.steps()));
        showSlider(slope, "line-m-value", state.m());
        showSlider(height, "line-b-value", state.b());
        if (!rate.getValue().equals(state.rate())) {
            rate.setValue(state.rate());
        }
        Elements.text("line-play", state.running() ? "Pause" : "Descend");
        Elements.text("line-message", state.message());
        Elements.text(
                "line-words",
                "The line ŷ = " + Numbers.fixed(state.m(), 3) + " x + " + Numbers.fixed(state.b(), 3)
                        + " through forty points.");
        Answers.show("line-answer", state.lineAnswer());
        Answers.show("line-ratio-answer", state.ratioAnswer());
    }

    private void showLine(LineState state) {
        double[] x = new double[Curve.POINTS];
        double[] data = new double[Curve.POINTS];
        double[] model = new double[Curve.POINTS];
        double[] error = new double[Curve.POINTS];
        float[] places = Curve.places();
        float[] values = Curve.noisyValues();
        for (int i = 0; i < x.length; i++) {
            x[i] = places[i];
            data[i] = values[i];
            model[i] = state.m() * x[i] + state.b();
            error[i] = model[i] - data[i];
        }
        double[] ends = {X.least(), X.most()};
        plot.bars("curve-error", x, data, model);
        plot.curve(
                "curve-model", ends, new double[] {state.m() * ends[0] + state.b(), state.m() * ends[1] + state.b()});
        plot.points("points-data", x, data, 4.5, -1);
        table.show(x, data, model, error);
    }

    private static void showSlider(HTMLInputElement slider, String output, float value) {
        slider.setValue(Double.toString(value));
        Elements.text(output, Numbers.fixed(value, 3));
    }
}
