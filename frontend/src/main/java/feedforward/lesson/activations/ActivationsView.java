package feedforward.lesson.activations;

import feedforward.course.ActivationFunction;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import feedforward.view.Svg;
import feedforward.view.TableRows;
import java.util.function.DoubleConsumer;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.xml.Element;

/** Shows an {@link ActivationsState}. Mutable in what it has shown. */
final class ActivationsView {
    private static final int PLACES = 241;
    /** How far the line through the point reaches to either side: so far that it is seen to leave the curve. */
    private static final double TANGENT = 2.5;

    private static final PlotRange Z = new PlotRange(-ActivationsState.LIMIT, ActivationsState.LIMIT);

    private final Plot values =
            new Plot(Elements.role("activations-values"), Z, new PlotRange(-2, 2), "z", "f(z), the output");
    private final Plot slopes =
            new Plot(Elements.role("activations-slopes"), Z, new PlotRange(-0.2, 1.2), "z", "f ′(z), the slope");
    private final TableRows table = new TableRows(
            Elements.role("activations-table"), z -> Numbers.fixed(z, 1), value -> Numbers.fixed(value, 4));
    private final HTMLInputElement place = (HTMLInputElement) Elements.role("activations-z");

    ActivationsView() {
        for (ActivationFunction function : ActivationFunction.values()) {
            thumbnail(function);
        }
    }

    /** Hears where the pen is on either plot. */
    void onPlace(DoubleConsumer z) {
        values.onPen((x, y) -> z.accept(x), (x, y) -> z.accept(x), () -> {});
        slopes.onPen((x, y) -> z.accept(x), (x, y) -> z.accept(x), () -> {});
    }

    void show(ActivationsState state) {
        ActivationFunction function = state.function();
        ((HTMLInputElement) Elements.role("activations-" + function.id())).setChecked(true);
        draw(function);
        double[] z = {state.z()};
        double[] value = {function.value(state.z())};
        double[] slope = {function.slope(state.z())};
        // The straight line through the point, as steep as the function is there.
        double[] ends = {state.z() - TANGENT, state.z() + TANGENT};
        values.curve("curve-other", ends, new double[] {value[0] - TANGENT * slope[0], value[0] + TANGENT * slope[0]});
        values.points("points-data", z, value, 7, -1);
        slopes.points("points-data", z, slope, 7, -1);
        place.setValue(Double.toString(state.z()));
        String placeText = Numbers.fixed(state.z(), 2);
        Elements.text("activations-z-value", placeText);
        Elements.text("activations-value", Numbers.fixed(value[0], 4));
        Elements.text("activations-slope", Numbers.fixed(slope[0], 4));
        Elements.text("activations-name", function.title());
        Elements.text("activations-note", note(function));
        Elements.text("activations-here", here(state));
        Elements.text(
                "activations-words",
                function.title() + " at z = " + placeText + ": value " + Numbers.fixed(value[0], 4) + ", slope "
                        + Numbers.fixed(slope[0], 4));
        Answers.show("activations-slope-answer", state.slope());
        Answers.show("activations-layers-answer", state.layers());
    }

    private void draw(ActivationFunction function) {
        double[] z = new double[PLACES];
        double[] value = new double[PLACES];
        double[] slope = new double[PLACES];
        double[] flatValue = new double[PLACES];
        double[] flatSlope = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            float at = -ActivationsState.LIMIT + 2 * ActivationsState.LIMIT * i / (PLACES - 1);
            z[i] = at;
            value[i] = function.value(at);
            slope[i] = function.slope(at);
            flatValue[i] = function.isFlat(at) ? value[i] : Double.NaN;
            flatSlope[i] = function.isFlat(at) ? slope[i] : Double.NaN;
        }
        values.curve("curve-model", z, value);
        values.curve("curve-flat", z, flatValue);
        slopes.curve("curve-model", z, slope);
        slopes.curve("curve-flat", z, flatSlope);
        table.show(every(20, z), every(20, value), every(20, slope));
    }

    private static double[] every(int step, double[] values) {
        double[] some = new double[(values.length - 1) / step + 1];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[i * step];
        }
        return some;
    }

    private static String here(ActivationsState state) {
        return state.function().isFlat(state.z())
                ? "Flat here: a small change of z changes the output by less than a twentieth of itself, so hardly any gradient"
                        + " comes back through."
                : "Not flat here: the gradient that comes back is multiplied by "
                        + Numbers.fixed(state.function().slope(state.z()), 3) + ".";
    }

    private static String note(ActivationFunction function) {
        return switch (function) {
            case LINEAR -> "Never flat, but then layers of it are one straight line.";
            case SIGMOID -> "Between 0 and 1. Flat beyond ±2.89; never steeper than 0.25.";
            case TANH -> "Between −1 and 1. Flat beyond ±2.18; as steep as 1 at 0.";
            case RELU ->
                "Slope 1 above 0, exactly 0 below: a unit whose sum is below 0 for every example learns no more.";
            case LEAKY_RELU -> "Slope 1 above 0, and 0.01 below: nearly flat there, but never dead.";
            case SOFTPLUS -> "A ReLU with its corner rounded off. Flat below −2.94; its slope is the sigmoid.";
            case GELU -> "Nearly a ReLU, but smooth, and it dips below 0; its slope even becomes negative there.";
            case SOFTMAX ->
                "A function of all scores at once; here of the first of three, the others being 0. Flat where one class is"
                        + " sure. The next lesson is about it.";
        };
    }

    /** A small picture of the function for its button: both curves over [−4, 4] × [−1.5, 3]. */
    private static void thumbnail(ActivationFunction function) {
        Element picture = Elements.role("activations-" + function.id() + "-picture");
        Svg.add(picture, "path", "thumb-axis").setAttribute("d", "M0 40H96M48 0V60");
        StringBuilder d = new StringBuilder();
        for (int x = 0; x <= 96; x += 2) {
            float z = (x - 48) / 12f;
            d.append(x == 0 ? 'M' : 'L').append(x).append(' ').append(Svg.length(40 - 13.0 * function.value(z)));
        }
        Svg.add(picture, "path", "thumb-curve").setAttribute("d", d.toString());
    }
}
