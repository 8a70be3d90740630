package feedforward.lesson.curve;

import feedforward.course.CostRecord;
import feedforward.course.CurveNetwork;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.LineChart;
import feedforward.view.Numbers;
import feedforward.view.TableRows;
import java.util.Arrays;
import java.util.List;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link CurveState}, but for its two plots: knobs, numbers, cost by step, what the exercises say. */
final class CurveView {
    private static final int MOST_ROWS = 150;

    private final LineChart costChart = new LineChart(
            Elements.role("curve-cost-chart"),
            "{\"x\":{\"label\":\"iterations\"},\"y\":{\"label\":\"cost\",\"log\":true},\"series\":["
                    + "{\"label\":\"Truth\",\"colour\":\"--truth\",\"width\":2,\"dash\":[8,6]},"
                    + "{\"label\":\"Network\",\"colour\":\"--model\",\"width\":2.5}]}");
    private final TableRows costTable =
            new TableRows(Elements.role("curve-cost-table"), step -> Numbers.count((long) step), Numbers::significant);

    void show(CurveState state) {
        Elements.text("curve-cost", Numbers.significant(state.cost()));
        Elements.text("curve-steps", Numbers.count(state.steps()));
        Elements.text("curve-hash", state.hash().isEmpty() ? "–" : state.hash());
        Elements.text("curve-play", state.play());
        Elements.enabled(Elements.role("curve-step"), !state.done());
        Elements.enabled(Elements.role("curve-remove"), state.chosen() >= 0);
        Elements.text("curve-message", state.message());
        showKnobs(state);
        showModels(state);
        showCosts(state);
        Answers.show("curve-parameters-answer", state.answers().parameters());
        Answers.show("curve-trained-answer", state.answers().trained());
        Answers.show("curve-noise-answer", state.answers().noise());
    }

    private static void showKnobs(CurveState state) {
        CurveKnobs knobs = state.knobs();
        field("curve-hidden", Integer.toString(state.now().hidden()));
        Elements.text("curve-hidden-value", Integer.toString(state.now().hidden()));
        field("curve-rate", knobs.rate());
        field("curve-goal", knobs.goal());
        field("curve-seed", knobs.seed());
        ((HTMLSelectElement) Elements.role("curve-speed"))
                .setValue(knobs.speed().id());
        Elements.invalid(Elements.role("curve-rate"), knobs.learningRate().isEmpty());
        Elements.invalid(Elements.role("curve-goal"), knobs.iterations().isEmpty());
        Elements.invalid(Elements.role("curve-seed"), knobs.seedNumber().isEmpty());
    }

    private static void showModels(CurveState state) {
        CurveModels models = state.models();
        Elements.text("curve-line-cost", Numbers.significant(models.lineCost()));
        Elements.text("curve-logistic-cost", Numbers.significant(models.logisticCost()));
        Elements.text("curve-truth-cost", Numbers.significant(models.truthCost()));
        Elements.text("curve-network-cost", Numbers.significant(state.cost()));
        Elements.text(
                "curve-network-parameters",
                Numbers.count(CurveNetwork.parameters(state.now().hidden())));
    }

    private void showCosts(CurveState state) {
        List<CostRecord.Point> points = state.costs();
        int count = state.steps() == 0 ? 0 : points.size() + 1;
        double[] steps = new double[count];
        double[] costs = new double[count];
        for (int i = 0; i < count - 1; i++) {
            steps[i] = points.get(i).steps();
            costs[i] = points.get(i).cost();
        }
        if (count > 0) {
            steps[count - 1] = state.steps();
            costs[count - 1] = state.cost();
        }
        double[] truth = new double[count];
        Arrays.fill(truth, state.models().truthCost());
        costChart.show(steps, truth, costs);
        int every = every(count);
        costTable.show(some(steps, every), some(costs, every));
    }

    /** 1, 10, 100, …, so that round numbers of steps stay in the table. */
    private static int every(int count) {
        int every = 1;
        while (count / every > MOST_ROWS) {
            every *= 10;
        }
        return every;
    }

    /** One of so many, from the first on, and the last. */
    private static double[] some(double[] values, int every) {
        int count = (values.length + every - 1) / every;
        double[] some = new double[count];
        for (int i = 0; i < count; i++) {
            some[i] = values[i == count - 1 ? values.length - 1 : i * every];
        }
        return some;
    }

    private static void field(String role, String value) {
        HTMLInputElement field = (HTMLInputElement) Elements.role(role);
        if (!field.getValue().equals(value)) {
            field.setValue(value);
        }
    }
}
