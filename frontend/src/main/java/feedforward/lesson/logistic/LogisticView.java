package feedforward.lesson.logistic;

import feedforward.data.Curve;
import feedforward.device.ExactMath;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Shows a {@link LogisticState}. */
final class LogisticView {
    private static final PlotRange X = new PlotRange(-1.05, 1.05);
    private static final PlotRange Y = new PlotRange(-0.1, 1.1);
    private static final int PLACES = 121;

    private final LogisticController controller;
    private final Plot plot = new Plot(Elements.role("logistic-plot"), X, Y, "x", "y");
    private final TableRows table =
            new TableRows(Elements.role("logistic-table"), x -> Numbers.fixed(x, 2), value -> Numbers.fixed(value, 4));

    LogisticView(LogisticController controller) {
        this.controller = controller;
    }

    void show(LogisticState state) {
        showCurve(state);
        showSlider("logistic-m", state.m());
        showSlider("logistic-b", state.b());
        Elements.text("logistic-cost", Numbers.fixed(controller.cost(), 5));
        Elements.text("logistic-steps", Numbers.count(state.steps()));
        Elements.text("logistic-middle-at", middle(state));
        Elements.text("logistic-play", state.running() ? "Pause" : "Descend");
        Elements.text("logistic-message", state.message());
        Answers.show("logistic-limits-answer", state.limits());
        Answers.show("logistic-middle-answer", state.middle());
        Answers.show("logistic-better-answer", state.better());
    }

    private static String middle(LogisticState state) {
        double place = -state.b() / state.m();
        return Math.abs(place) < 1000 ? "x = " + Numbers.fixed(place, 3) : "none";
    }

    private void showCurve(LogisticState state) {
        double[] x = new double[PLACES];
        double[] curve = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            x[i] = X.least() + (X.most() - X.least()) * i / (PLACES - 1);
            curve[i] = sigmoid(state, x[i]);
        }
        float[] places = Curve.places();
        float[] noisy = Curve.noisyValues();
        double[] at = new double[places.length];
        double[] data = new double[places.length];
        double[] model = new double[places.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = places[i];
            data[i] = noisy[i];
            model[i] = sigmoid(state, at[i]);
        }
        double[] ends = {X.least(), X.most()};
        plot.curve("curve-other curve-floor", ends, new double[] {0, 0});
        plot.curve("curve-other curve-ceiling", ends, new double[] {1, 1});
        plot.bars("curve-error", at, data, model);
        plot.curve("curve-model", x, curve);
        plot.points("points-data", at, data, 4.5, -1);
        table.show(at, data, model);
    }

    private static double sigmoid(LogisticState state, double x) {
        return ExactMath.sigmoid((float) (state.m() * x + state.b()));
    }

    private static void showSlider(String role, double value) {
        ((HTMLInputElement) Elements.role(role)).setValue(Double.toString(value));
        Elements.text(role + "-value", Numbers.fixed(value, 2));
    }
}
