package feedforward.lesson.layers;

import feedforward.course.ChainFit;
import feedforward.course.ChainFit.Weights;
import feedforward.data.Curve;
import feedforward.device.Activation;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link LayersState}. */
final class LayersView {
    private static final PlotRange X = new PlotRange(-1.05, 1.05);
    private static final PlotRange Y = new PlotRange(-0.2, 1);

    private final LayersController controller;
    private final Plot plot = new Plot(Elements.role("layers-plot"), X, Y, "x", "y");
    private final TableRows table =
            new TableRows(Elements.role("layers-table"), x -> Numbers.fixed(x, 2), value -> Numbers.fixed(value, 4));
    private final HTMLSelectElement activation = (HTMLSelectElement) Elements.role("layers-activation");

    LayersView(LayersController controller) {
        this.controller = controller;
    }

    void show(LayersState state) {
        showCurve();
        int layers = state.now().size();
        for (int i = 0; i < LayersState.MOST_LAYERS; i++) {
            HTMLElement row = Elements.role("layers-row-" + (i + 1));
            row.setHidden(i >= layers);
            if (i < layers) {
                showSlider("layers-m-" + (i + 1), state.now().get(i).m());
                showSlider("layers-b-" + (i + 1), state.now().get(i).b());
            }
        }
        activation.setValue(LayersLink.id(state.between()));
        Elements.enabled(Elements.role("layers-more"), layers < LayersState.MOST_LAYERS);
        Elements.enabled(Elements.role("layers-fewer"), layers > 1);
        Elements.text("layers-count", Numbers.count(layers));
        Elements.text("layers-parameters", Numbers.count(2L * layers));
        double cost = controller.cost();
        Elements.text("layers-cost", cost < 1000 ? Numbers.fixed(cost, 5) : "over 1,000");
        Elements.text("layers-steps", Numbers.count(state.steps()));
        Elements.text("layers-play", state.running() ? "Pause" : "Descend");
        Elements.text("layers-message", state.message());
        Elements.text("layers-line", line(state));
        Answers.show("layers-count-answer", state.counted());
        Answers.show("layers-compose-answer", state.composed());
    }

    private static String line(LayersState state) {
        if (state.between() != Activation.LINEAR && state.now().size() > 1) {
            return "No line says the same: the layers between bend it.";
        }
        Weights line = ChainFit.lineOf(state.now());
        return "One line says the same: ŷ = " + Numbers.fixed(line.m(), 3) + " x " + (line.b() < 0 ? "− " : "+ ")
                + Numbers.fixed(Math.abs(line.b()), 3);
    }

    private void showCurve() {
        float[] places = Curve.places();
        float[] outputs = controller.outputs(places);
        float[] noisy = Curve.noisyValues();
        double[] x = new double[places.length];
        double[] model = new double[places.length];
        double[] data = new double[places.length];
        double[] truth = new double[places.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = places[i];
            model[i] = outputs[i];
            data[i] = noisy[i];
            truth[i] = Curve.truth(places[i]);
        }
        plot.curve("curve-truth", x, truth);
        plot.curve("curve-model", x, model);
        plot.points("points-data", x, data, 4.5, -1);
        table.show(x, data, truth, model);
    }

    private static void showSlider(String role, float value) {
        ((HTMLInputElement) Elements.role(role)).setValue(Double.toString(value));
        Elements.text(role + "-value", Numbers.fixed(value, 2));
    }
}
