package feedforward.page.curve;

import feedforward.data.Curve;
import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import feedforward.train.RunSnapshot;
import feedforward.view.Elements;
import feedforward.view.LineChart;
import feedforward.view.Numbers;
import feedforward.view.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows a {@link CurveState}: points, truth and model; the cost and its curve. */
final class CurveView {
    private static final int PLACES = 81;
    /** Half the mean squared distance of the noisy points from the curve they came from. */
    private static final double COST_OF_TRUTH = 3.27e-4;

    private final LineChart fitChart = new LineChart(
            Elements.role("curve-chart"),
            "{\"x\":{\"label\":\"x\",\"range\":[-1.03,1.03]},\"y\":{\"label\":\"y\",\"range\":[0.1,0.75]},\"series\":["
                    + "{\"label\":\"Truth\",\"colour\":\"--truth\",\"width\":2.5,\"dash\":[8,6]},"
                    + "{\"label\":\"Model\",\"colour\":\"--model\",\"width\":3},"
                    + "{\"label\":\"Data\",\"colour\":\"--data\",\"width\":0,\"dots\":8}]}");
    private final LineChart costChart = new LineChart(
            Elements.role("cost-chart"),
            "{\"x\":{\"label\":\"step\"},\"y\":{\"label\":\"cost\",\"log\":true},\"series\":["
                    + "{\"label\":\"Truth\",\"colour\":\"--truth\",\"width\":2,\"dash\":[8,6]},"
                    + "{\"label\":\"Model\",\"colour\":\"--model\",\"width\":2.5}]}");
    private final TableRows fitTable = new TableRows(
            Elements.role("curve-table"), place -> Numbers.fixed(place, 3), value -> Numbers.fixed(value, 4));
    private final TableRows costTable =
            new TableRows(Elements.role("cost-table"), step -> Numbers.count((long) step), Numbers::significant);

    void show(CurveState state) {
        RunSnapshot snapshot = state.snapshot();
        Elements.state(Elements.role("curve-run"), state.phase().id());
        Elements.text("curve-play", state.play().title());
        Elements.text("curve-cost", cost(snapshot));
        Elements.text("curve-steps", Numbers.count(snapshot.step()));
        double stepsPerSecond = snapshot.examplesPerSecond() / Curve.POINTS;
        Elements.text("curve-speed", stepsPerSecond == 0 ? "–" : Numbers.rate(stepsPerSecond));
        Elements.text("curve-message", state.message());
        showFit(state.fit());
        showCosts(snapshot.losses());
    }

    /** The newest judged cost; while training goes on between two judgements, the newest mean of the steps. */
    private static String cost(RunSnapshot snapshot) {
        Optional<EvaluationReport> evaluation = snapshot.lastEvaluation();
        List<LossPoint> losses = snapshot.losses();
        if (evaluation.isPresent()
                && (losses.isEmpty()
                        || losses.get(losses.size() - 1).step()
                                <= evaluation.get().step())) {
            return Numbers.significant(evaluation.get().loss());
        }
        return losses.isEmpty()
                ? "–"
                : Numbers.significant(losses.get(losses.size() - 1).loss());
    }

    /** The data lie at every other of the 81 places, from the first on. */
    private void showFit(float[] fit) {
        float[] noisy = Curve.noisyValues();
        double[] x = new double[PLACES];
        double[] truth = new double[PLACES];
        double[] model = new double[PLACES];
        double[] data = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            x[i] = -1 + 0.025 * i;
            truth[i] = Curve.truth(x[i]);
            model[i] = fit.length == PLACES ? fit[i] : Double.NaN;
            data[i] = i % 2 == 0 && i / 2 < noisy.length ? noisy[i / 2] : Double.NaN;
        }
        fitChart.show(x, truth, model, data);
        fitTable.show(x, data, truth, model);
    }

    private void showCosts(List<LossPoint> losses) {
        double[] steps = losses.stream().mapToDouble(LossPoint::step).toArray();
        double[] costs = losses.stream().mapToDouble(LossPoint::loss).toArray();
        double[] truth = new double[steps.length];
        Arrays.fill(truth, COST_OF_TRUTH);
        costChart.show(steps, truth, costs);
        costTable.show(steps, costs);
    }
}
