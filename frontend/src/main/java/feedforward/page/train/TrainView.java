package feedforward.page.train;

import feedforward.page.Phase;
import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import feedforward.train.Recipe;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import feedforward.view.Elements;
import feedforward.view.LineChart;
import feedforward.view.Numbers;
import feedforward.view.TableRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link TrainState}: form, two runs, verdict, charts and their tables. */
final class TrainView {
    private static final String SERIES = "[{\"label\":\"Server\",\"colour\":\"--model-soft\",\"width\":9},"
            + "{\"label\":\"This page\",\"colour\":\"--model\",\"width\":2}]";

    private final LineChart lossChart = new LineChart(
            Elements.role("loss-chart"),
            "{\"x\":{\"label\":\"step\"},\"y\":{\"label\":\"cross-entropy\"},\"series\":" + SERIES + "}");
    private final LineChart accuracyChart = new LineChart(
            Elements.role("accuracy-chart"),
            "{\"x\":{\"label\":\"step\"},\"y\":{\"label\":\"test accuracy\",\"share\":true},\"series\":" + SERIES
                    + "}");
    private final TableRows lossTable =
            new TableRows(Elements.role("loss-table"), step -> Numbers.count((long) step), Numbers::significant);
    private final TableRows accuracyTable =
            new TableRows(Elements.role("accuracy-table"), step -> Numbers.count((long) step), Numbers::percent);

    static String role(TrainForm.Field field) {
        return switch (field) {
            case EPOCHS -> "train-epochs";
            case LEARNING_RATE -> "train-learning-rate";
            case BATCH_SIZE -> "train-batch-size";
            case SEED -> "train-seed";
        };
    }

    void show(TrainState state) {
        showForm(state);
        showSide("page", state.page());
        showSide("server", state.server());
        progress("mnist-progress", state.page().loaded());
        showVerdict(state);
        showCharts(state.page().snapshot(), state.server().snapshot());
    }

    private static void showForm(TrainState state) {
        TrainForm form = state.form();
        HTMLSelectElement recipe = (HTMLSelectElement) Elements.role("train-recipe");
        recipe.setValue(form.recipe()
                .filter(known -> known != Recipe.CURVE_TANH)
                .map(Recipe::id)
                .orElse(""));
        fill(TrainForm.Field.EPOCHS, form.epochs());
        fill(TrainForm.Field.LEARNING_RATE, form.learningRate());
        fill(TrainForm.Field.BATCH_SIZE, form.batchSize());
        fill(TrainForm.Field.SEED, form.seed());
        Map<TrainForm.Field, String> errors = form.errors();
        for (TrainForm.Field field : TrainForm.Field.values()) {
            String error = errors.getOrDefault(field, "");
            Elements.text(role(field) + "-error", error);
            Elements.invalid(Elements.role(role(field)), !error.isEmpty());
        }
        Elements.text("train-notice", state.notice());
        Elements.text("train-summary", form.spec().map(TrainView::summary).orElse(""));
    }

    /** What the numbers in the form come to. */
    private static String summary(RunSpec spec) {
        return Numbers.count(spec.network().parameters()) + " parameters";
    }

    private static void fill(TrainForm.Field field, String text) {
        HTMLInputElement input = (HTMLInputElement) Elements.role(role(field));
        if (!input.getValue().equals(text)) {
            input.setValue(text);
        }
    }

    private static void showSide(String name, Side side) {
        RunSnapshot snapshot = side.snapshot();
        Optional<EvaluationReport> evaluation = snapshot.lastEvaluation();
        Elements.state(Elements.role(name + "-run"), side.phase().id());
        Elements.text(name + "-state", side.phase().title());
        progress(name + "-progress", snapshot.totalSteps() == 0 ? 0 : (double) snapshot.step() / snapshot.totalSteps());
        Elements.text(name + "-progress-text", progressText(snapshot));
        Elements.text(name + "-time-left", timeLeft(side));
        Elements.text(
                name + "-speed", snapshot.examplesPerSecond() == 0 ? "–" : Numbers.rate(snapshot.examplesPerSecond()));
        Elements.text(name + "-loss", lastLoss(snapshot.losses()));
        Elements.text(name + "-figures-of", figuresOf(side));
        Elements.text(
                name + "-accuracy",
                evaluation
                        .filter(report -> report.accuracy().isPresent())
                        .map(report -> Numbers.percent(report.accuracy().getAsDouble()))
                        .orElse("–"));
        Elements.text(name + "-hash", snapshot.weightsSha256().orElse("–"));
        Elements.text(name + "-message", side.message());
        boolean takeable = side.hasWeights() && (name.equals("page") || side.phase() == Phase.DONE);
        Elements.enabled(Elements.role(name + "-use"), takeable);
        Elements.enabled(Elements.role(name + "-download"), takeable);
    }

    private static String progressText(RunSnapshot snapshot) {
        if (snapshot.totalSteps() == 0) {
            return snapshot.state() == RunState.PAUSED ? "Before the first step" : "";
        }
        return "Step " + Numbers.count(snapshot.step()) + " of " + Numbers.count(snapshot.totalSteps());
    }

    private static String timeLeft(Side side) {
        boolean going = side.phase() == Phase.TRAINING && side.snapshot().secondsLeft() > 0;
        return going ? "about " + Numbers.duration(side.snapshot().secondsLeft()) + " left" : "";
    }

    private static String lastLoss(List<LossPoint> losses) {
        return losses.isEmpty()
                ? "–"
                : Numbers.significant(losses.get(losses.size() - 1).loss());
    }

    /** Of which steps loss and accuracy are, where the run stands at a later one: neither is computed at each. */
    private static String figuresOf(Side side) {
        RunSnapshot snapshot = side.snapshot();
        if (side.phase() != Phase.PAUSED) {
            return "";
        }
        List<String> older = new ArrayList<>();
        List<LossPoint> losses = snapshot.losses();
        if (!losses.isEmpty()) {
            addIfOlder(older, "The loss", losses.get(losses.size() - 1).step(), snapshot.step());
        }
        snapshot.lastEvaluation()
                .ifPresent(report -> addIfOlder(older, "The accuracy", report.step(), snapshot.step()));
        return String.join(" ", older);
    }

    private static void addIfOlder(List<String> older, String figure, int step, int now) {
        if (step != now) {
            older.add(figure + " is of step " + Numbers.count(step) + ".");
        }
    }

    private static void progress(String role, double fraction) {
        HTMLElement bar = Elements.role(role);
        Elements.attribute(bar, "value", Double.toString(fraction));
    }

    private static void showVerdict(TrainState state) {
        TrainState.Verdict verdict = state.verdict();
        Elements.state(Elements.role("verdict"), verdict.name().toLowerCase(java.util.Locale.ROOT));
        Elements.text("verdict-text", verdictText(state, verdict));
        boolean same = verdict == TrainState.Verdict.SAME;
        Elements.text(
                "verdict-hash", same ? state.page().snapshot().weightsSha256().orElse("") : "");
    }

    private static String verdictText(TrainState state, TrainState.Verdict verdict) {
        return switch (verdict) {
            case SAME ->
                "Two computers, two programs compiled from one source, "
                        + Numbers.count(
                                state.page().spec().orElseThrow().network().parameters())
                        + " parameters: not one bit apart.";
            case DIFFERENT ->
                "The same run must give the same weights: this is a defect, please report it with the address of this page.";
            case IDLE ->
                state.bothDone() && !state.sameRun()
                        ? "These were two different runs, so their weights say nothing about each other. Press “Train both”."
                        : "";
        };
    }

    private void showCharts(RunSnapshot page, RunSnapshot server) {
        Curves losses = Curves.losses(page.losses(), server.losses());
        lossChart.show(losses.steps(), losses.server(), losses.page());
        lossTable.show(losses.steps(), losses.page(), losses.server());
        Curves accuracies = Curves.accuracies(page.evaluations(), server.evaluations());
        accuracyChart.show(accuracies.steps(), accuracies.server(), accuracies.page());
        accuracyTable.show(accuracies.steps(), accuracies.page(), accuracies.server());
    }
}
