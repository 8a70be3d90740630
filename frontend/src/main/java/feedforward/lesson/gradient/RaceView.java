package feedforward.lesson.gradient;

import feedforward.course.GradientRace.Point;
import feedforward.lesson.TrainingProgressView;
import feedforward.lesson.Typed;
import feedforward.view.Elements;
import feedforward.view.LineChart;
import feedforward.view.Numbers;
import feedforward.view.TableRows;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Shows a {@link RaceState}. Mutable: remembers which points it has drawn. */
final class RaceView {
    private static final String SERIES =
            "\"series\":[{\"label\":\"outer(x, p − y)\",\"colour\":\"--model\",\"width\":2.5},"
                    + "{\"label\":\"notebook’s\",\"colour\":\"--error\",\"width\":2.5,\"dash\":[8,6]}]}";

    private final LineChart losses = new LineChart(
            Elements.role("gradient-loss-chart"),
            "{\"x\":{\"label\":\"epoch\"},\"y\":{\"label\":\"loss\",\"range\":[0,2]}," + SERIES);
    private final LineChart errors = new LineChart(
            Elements.role("gradient-error-chart"),
            "{\"x\":{\"label\":\"epoch\"},\"y\":{\"label\":\"errors, %\",\"range\":[0,25]}," + SERIES);
    private final TableRows table = new TableRows(
            Elements.role("gradient-table"), epoch -> Numbers.count((long) epoch), value -> Numbers.fixed(value, 3));
    private final HTMLInputElement epochs = (HTMLInputElement) Elements.role("gradient-epochs");
    private List<Point> drawn = List.of();

    void show(RaceState state) {
        TrainingProgressView.show("gradient", "Train both", state.progress());
        if (!epochs.getValue().equals(state.epochs())) {
            epochs.setValue(state.epochs());
        }
        Elements.text("gradient-hashes", state.hashes());
        showPoints(state.points(), Math.max(1, Typed.whole(state.epochs())));
    }

    /** The charts reach to the last epoch from the start, so that they do not change while the points come in. */
    private void showPoints(List<Point> points, int epochs) {
        if (points.equals(drawn)) {
            return;
        }
        drawn = points;
        Elements.text(
                "gradient-right",
                last(points, point -> Numbers.percent(point.right().testError())));
        Elements.text(
                "gradient-wrong",
                last(points, point -> Numbers.percent(point.notebook().testError())));
        Elements.text(
                "gradient-wrong-loss",
                last(points, point -> Numbers.fixed(point.notebook().testLoss(), 3)));
        double[] x = column(points, Point::epoch);
        double[] rightLoss = column(points, point -> point.right().testLoss());
        double[] wrongLoss = column(points, point -> point.notebook().testLoss());
        double[] rightError = column(points, point -> 100 * point.right().testError());
        double[] wrongError = column(points, point -> 100 * point.notebook().testError());
        losses.showUpTo(epochs, rightLoss, wrongLoss);
        errors.showUpTo(epochs, rightError, wrongError);
        table.show(
                x,
                rightLoss,
                column(points, point -> 100 * point.right().trainError()),
                rightError,
                wrongLoss,
                column(points, point -> 100 * point.notebook().trainError()),
                wrongError);
    }

    private static String last(List<Point> points, Function<Point, String> text) {
        return points.isEmpty() ? "–" : text.apply(points.get(points.size() - 1));
    }

    private static double[] column(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
