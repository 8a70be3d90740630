package feedforward.lesson.loop;

import feedforward.course.DigitTraining.Score;
import feedforward.lesson.TrainingProgressView;
import feedforward.lesson.Typed;
import feedforward.view.Elements;
import feedforward.view.LineChart;
import feedforward.view.Numbers;
import feedforward.view.TableRows;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link TrainingState}. Mutable: remembers which scores it has drawn. */
final class TrainingView {
    private static final String SERIES =
            "\"series\":[{\"label\":\"training images\",\"colour\":\"--data\",\"width\":2,\"dash\":[8,6]},"
                    + "{\"label\":\"test images\",\"colour\":\"--model\",\"width\":2.5}]}";

    private final LineChart errors = new LineChart(
            Elements.role("loop-error-chart"),
            "{\"x\":{\"label\":\"epoch\"},\"y\":{\"label\":\"errors, %\",\"range\":[0,25]}," + SERIES);
    private final LineChart losses = new LineChart(
            Elements.role("loop-loss-chart"),
            "{\"x\":{\"label\":\"epoch\"},\"y\":{\"label\":\"loss\",\"range\":[0,1]}," + SERIES);
    private final TableRows table = new TableRows(
            Elements.role("loop-table"), epoch -> Numbers.count((long) epoch), value -> Numbers.fixed(value, 3));
    private List<Score> drawn = List.of();

    void show(TrainingState state) {
        TrainingProgressView.show("loop", "Train", state.progress());
        ((HTMLSelectElement) Elements.role("loop-start")).setValue(state.knobs().start());
        typed("loop-rate", state.knobs().rate());
        typed("loop-batch", state.knobs().batch());
        typed("loop-epochs", state.knobs().epochs());
        Elements.text("loop-updates-done", Numbers.count(state.progress().steps()));
        Elements.text("loop-hash", state.hash().isEmpty() ? "" : "Weights, SHA-256: " + state.hash());
        showScores(state.scores(), Math.max(1, Typed.whole(state.knobs().epochs())));
    }

    /** The charts reach to the last epoch from the start, so that they do not change while the scores come in. */
    private void showScores(List<Score> scores, int last) {
        if (scores.equals(drawn)) {
            return;
        }
        drawn = scores;
        Elements.text("loop-train-error", last(scores, score -> Numbers.percent(score.trainError())));
        Elements.text("loop-test-error", last(scores, score -> Numbers.percent(score.testError())));
        double[] epochs = IntStream.range(0, scores.size()).asDoubleStream().toArray();
        double[] trainErrors = column(scores, score -> 100 * score.trainError());
        double[] testErrors = column(scores, score -> 100 * score.testError());
        double[] trainLosses = column(scores, Score::trainLoss);
        double[] testLosses = column(scores, Score::testLoss);
        errors.showUpTo(last, trainErrors, testErrors);
        losses.showUpTo(last, trainLosses, testLosses);
        table.show(epochs, trainErrors, testErrors, trainLosses, testLosses);
    }

    private static void typed(String role, String text) {
        HTMLInputElement field = (HTMLInputElement) Elements.role(role);
        if (!field.getValue().equals(text)) {
            field.setValue(text);
        }
    }

    private static String last(List<Score> scores, Function<Score, String> text) {
        return scores.isEmpty() ? "–" : text.apply(scores.get(scores.size() - 1));
    }

    private static double[] column(List<Score> scores, ToDoubleFunction<Score> value) {
        return scores.stream().mapToDouble(value).toArray();
    }
}
