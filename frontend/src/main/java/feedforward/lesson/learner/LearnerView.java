package feedforward.lesson.learner;

import feedforward.lesson.Answers;
import feedforward.page.Phase;
import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import feedforward.train.RunSnapshot;
import feedforward.view.Elements;
import feedforward.view.LineChart;
import feedforward.view.Numbers;
import feedforward.view.TableRows;
import java.util.List;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link LearnerState}: knobs, run, curves, what the exercises say. */
final class LearnerView {
    private final LineChart lossChart = new LineChart(
            Elements.role("learner-loss-chart"),
            "{\"x\":{\"label\":\"step\"},\"y\":{\"label\":\"cross-entropy\"},\"series\":["
                    + "{\"label\":\"Training loss\",\"colour\":\"--model\",\"width\":2}]}");
    private final LineChart errorChart = new LineChart(
            Elements.role("learner-error-chart"),
            "{\"x\":{\"label\":\"step\"},\"y\":{\"label\":\"validation error\",\"share\":\"wrong\"},\"series\":["
                    + "{\"label\":\"Validation error\",\"colour\":\"--error\",\"width\":2}]}");
    private final TableRows lossTable = new TableRows(
            Elements.role("learner-loss-table"), step -> Numbers.count((long) step), Numbers::significant);
    private final TableRows errorTable =
            new TableRows(Elements.role("learner-error-table"), step -> Numbers.count((long) step), Numbers::percent);

    void show(LearnerState state) {
        showKnobs(state);
        showRun(state);
        showCurves(state.snapshot());
        Answers.show("learner-goal-answer", state.goal());
        Answers.show("learner-steps-answer", state.steps());
        Answers.show("learner-batch-answer", state.batch());
    }

    private static void showKnobs(LearnerState state) {
        LearnerKnobs knobs = state.knobs();
        ((HTMLSelectElement) Elements.role("learner-network")).setValue(knobs.hidden() ? "hidden" : "softmax");
        fill("learner-rate", knobs.rate(), knobs.rateError());
        fill("learner-batch", knobs.batch(), knobs.batchError());
        fill("learner-epochs", knobs.epochs(), knobs.epochsError());
        Elements.text("learner-seed", Long.toString(knobs.seed()));
        Elements.text(
                "learner-summary",
                knobs.spec()
                        .map(spec -> Numbers.count(spec.network().parameters()) + " parameters, "
                                + Numbers.count((long) knobs.stepsPerEpoch() * knobs.epochCount()) + " steps, "
                                + Numbers.count(knobs.stepsPerEpoch()) + " in each epoch")
                        .orElse(""));
        Elements.enabled(
                Elements.role("learner-play"),
                state.phase().busy() || knobs.spec().isPresent());
    }

    private static void fill(String role, String text, String error) {
        HTMLInputElement field = (HTMLInputElement) Elements.role(role);
        if (!field.getValue().equals(text)) {
            field.setValue(text);
        }
        Elements.invalid(field, !error.isEmpty());
        Elements.text(role + "-error", error);
    }

    private static void showRun(LearnerState state) {
        RunSnapshot snapshot = state.snapshot();
        HTMLElement run = Elements.role("learner-run");
        Elements.state(run, state.phase().id());
        Elements.text("learner-state", state.phase().title());
        Elements.text("learner-play", playTitle(state.phase()));
        double part = state.phase() == Phase.LOADING ? state.loaded() : done(snapshot);
        Elements.attribute(Elements.role("learner-progress"), "value", Numbers.fixed(part, 4));
        Elements.text("learner-progress-words", words(state));
        Elements.text(
                "learner-left",
                state.phase() == Phase.TRAINING && snapshot.secondsLeft() > 0
                        ? Numbers.duration(snapshot.secondsLeft()) + " left"
                        : "");
        Elements.text(
                "learner-speed", snapshot.examplesPerSecond() == 0 ? "–" : Numbers.rate(snapshot.examplesPerSecond()));
        List<LossPoint> losses = snapshot.losses();
        Elements.text(
                "learner-loss",
                losses.isEmpty()
                        ? "–"
                        : Numbers.significant(losses.get(losses.size() - 1).loss()));
        Elements.text(
                "learner-error",
                state.validationError().isPresent()
                        ? Numbers.percent(state.validationError().getAsDouble())
                        : "–");
        Elements.text("learner-hash", snapshot.weightsSha256().orElse("–"));
        Elements.text("learner-message", snapshot.message());
        Elements.enabled(Elements.role("learner-cancel"), state.phase().busy());
    }

    private static double done(RunSnapshot snapshot) {
        return snapshot.totalSteps() == 0 ? 0 : snapshot.step() / (double) snapshot.totalSteps();
    }

    private static String playTitle(Phase phase) {
        return switch (phase) {
            case IDLE -> "Learn";
            case LOADING, TRAINING -> "Pause";
            case PAUSING, PAUSED -> "Resume";
            case DONE, FAILED, CANCELLED -> "Learn anew";
        };
    }

    private static String words(LearnerState state) {
        RunSnapshot snapshot = state.snapshot();
        if (state.phase() == Phase.LOADING) {
            return state.loaded() == 0
                    ? "Preparing…"
                    : "Downloading the digits, once: " + Numbers.fixed(100 * state.loaded(), 0) + " % of 11.6 MB";
        }
        return snapshot.totalSteps() == 0
                ? "50,000 digits to learn from, 10,000 to validate"
                : "Step " + Numbers.count(snapshot.step()) + " of " + Numbers.count(snapshot.totalSteps())
                        + (state.linkedStep() > 0
                                ? ", replaying the link up to " + Numbers.count(state.linkedStep())
                                : "");
    }

    private void showCurves(RunSnapshot snapshot) {
        double[] lossSteps =
                snapshot.losses().stream().mapToDouble(LossPoint::step).toArray();
        double[] losses =
                snapshot.losses().stream().mapToDouble(LossPoint::loss).toArray();
        lossChart.show(lossSteps, losses);
        lossTable.show(lossSteps, losses);
        double[] errorSteps = snapshot.evaluations().stream()
                .mapToDouble(EvaluationReport::step)
                .toArray();
        double[] errors = snapshot.evaluations().stream()
                .mapToDouble(report -> 1 - report.accuracy().orElse(Double.NaN))
                .toArray();
        errorChart.show(errorSteps, errors);
        errorTable.show(errorSteps, errors);
    }
}
