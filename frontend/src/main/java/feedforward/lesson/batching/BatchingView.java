package feedforward.lesson.batching;

import feedforward.course.LineFit;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Shows a {@link BatchingState}. */
final class BatchingView {
    private static final PlotRange LOGARITHM = new PlotRange(-10, 0);
    /** Below this a cost is the best line's, as far as float32 can tell. */
    private static final double LEAST_EXCESS = 1e-10;

    private static final int TABLE_EPOCHS = 10;
    private static final String[] CURVES = {"curve-all", "curve-mini", "curve-single"};

    private final Plot byEpoch = new Plot(
            Elements.role("batching-epochs-plot"), new PlotRange(0, 20), LOGARITHM, "epochs", "log₁₀ of excess cost");
    private final Plot bySecond = new Plot(
            Elements.role("batching-seconds-plot"),
            new PlotRange(0, 1),
            LOGARITHM,
            "milliseconds of computing",
            "log₁₀ of excess cost");
    private final Plot plane = new Plot(
            Elements.role("batching-plane"),
            new PlotRange(-0.55, 0.35),
            new PlotRange(0.15, 0.6),
            "slope m",
            "height b");
    private final TableRows table = new TableRows(
            Elements.role("batching-table"), epoch -> Numbers.count((long) epoch), excess -> scientific(excess));
    private final HTMLInputElement rate = (HTMLInputElement) Elements.role("batching-rate");
    private final HTMLInputElement mini = (HTMLInputElement) Elements.role("batching-mini");

    void show(BatchingState state) {
        typed(rate, state.rate());
        typed(mini, state.mini());
        Elements.text("batching-play", state.running() ? "Pause" : "Run");
        Elements.text("batching-epochs", Numbers.count(state.epochs()));
        Elements.text("batching-message", state.message());
        byEpoch.range(new PlotRange(0, Math.max(20, state.epochs())), LOGARITHM);
        bySecond.range(new PlotRange(0, Math.max(1, longest(state.ways()) * 1000)), LOGARITHM);
        double[][] means = new double[CURVES.length][];
        for (int i = 0; i < CURVES.length; i++) {
            List<Racer.Mark> way =
                    state.ways().isEmpty() ? List.of() : state.ways().get(i);
            means[i] = BatchingState.meanExcesses(way);
            double[] logarithms =
                    Arrays.stream(means[i]).map(BatchingView::logarithm).toArray();
            byEpoch.curve(CURVES[i], times(1, logarithms.length), logarithms);
            bySecond.curve(CURVES[i], times(millisPerEpoch(way), logarithms.length), logarithms);
            plane.curve(CURVES[i], column(way, Racer.Mark::m), column(way, Racer.Mark::b));
            Elements.text("batching-excess-" + i, way.isEmpty() ? "–" : scientific(means[i][means[i].length - 1]));
        }
        plane.points("points-best", new double[] {LineFit.BEST.m()}, new double[] {LineFit.BEST.b()}, 6, -1);
        showTable(state.epochs(), means);
        Answers.show("batching-updates-answer", state.updates());
        Answers.show("batching-floor-answer", state.floor());
    }

    /** Up to ten epochs, evenly spaced over those that were run. */
    private void showTable(int epochs, double[][] means) {
        int rows = Math.min(TABLE_EPOCHS, epochs) + (means[0].length == 0 ? 0 : 1);
        double[][] columns = new double[CURVES.length + 1][rows];
        for (int row = 0; row < rows; row++) {
            int epoch = rows == 1 ? 0 : row * epochs / (rows - 1);
            columns[0][row] = epoch;
            for (int i = 0; i < CURVES.length; i++) {
                columns[i + 1][row] = epoch < means[i].length ? means[i][epoch] : Double.NaN;
            }
        }
        table.show(columns);
    }

    private static double longest(List<List<Racer.Mark>> ways) {
        return ways.stream()
                .mapToDouble(way -> way.get(way.size() - 1).seconds())
                .max()
                .orElse(0);
    }

    private static double[] column(List<Racer.Mark> way, ToDoubleFunction<Racer.Mark> value) {
        return way.stream().mapToDouble(value).toArray();
    }

    private static double logarithm(double excess) {
        return Math.log10(Math.max(LEAST_EXCESS, excess));
    }

    /** The mean: what else a computer does would otherwise show as jumps. */
    private static double millisPerEpoch(List<Racer.Mark> way) {
        Racer.Mark last = way.isEmpty() ? new Racer.Mark(0, 0, 0, 0, 0) : way.get(way.size() - 1);
        return last.epochs() == 0 ? 0 : 1000 * last.seconds() / last.epochs();
    }

    private static double[] times(double gap, int count) {
        return IntStream.range(0, count).mapToDouble(i -> i * gap).toArray();
    }

    /** 0.000123 gives "1.2e−4"; no number, of a descent that was lost before, a dash. */
    private static String scientific(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double least = Math.max(LEAST_EXCESS, value);
        int exponent = (int) Math.floor(Math.log10(least));
        return (value < LEAST_EXCESS ? "< " : "") + Numbers.fixed(least / Math.pow(10, exponent), 1) + "e"
                + (exponent < 0 ? "−" : "") + Math.abs(exponent);
    }

    private static void typed(HTMLInputElement field, String text) {
        if (!field.getValue().equals(text)) {
            field.setValue(text);
        }
    }
}
