package feedforward.lesson.batching;

import feedforward.course.LineFit;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.Plot;
import feedforward.view.PlotRange;
import feedforward.view.TableRows;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
        for (int i = 0; i < CURVES.length; i++) {
            List<Racer.Mark> way =
                    state.ways().isEmpty() ? List.of() : state.ways().get(i);
            byEpoch.curve(CURVES[i], column(way, Racer.Mark::epochs), column(way, BatchingView::logarithm));
            bySecond.curve(CURVES[i], column(way, mark -> mark.seconds() * 1000), column(way, BatchingView::logarithm));
            plane.curve(CURVES[i], column(way, Racer.Mark::m), column(way, Racer.Mark::b));
            Elements.text(
                    "batching-excess-" + i,
                    way.isEmpty() ? "–" : scientific(BatchingState.meanExcess(way, state.epochs())));
        }
        plane.points("points-best", new double[] {LineFit.BEST.m()}, new double[] {LineFit.BEST.b()}, 6, -1);
        showTable(state);
        Answers.show("batching-updates-answer", state.updates());
        Answers.show("batching-floor-answer", state.floor());
    }

    /** Up to ten epochs, evenly spaced over those that were run. */
    private void showTable(BatchingState state) {
        int rows = Math.min(TABLE_EPOCHS, state.epochs()) + (state.ways().isEmpty() ? 0 : 1);
        double[][] columns = new double[CURVES.length + 1][rows];
        for (int row = 0; row < rows; row++) {
            int epoch = rows == 1 ? 0 : row * state.epochs() / (rows - 1);
            columns[0][row] = epoch;
            for (int i = 0; i < CURVES.length; i++) {
                columns[i + 1][row] = BatchingState.meanExcess(state.ways().get(i), epoch);
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

    private static double logarithm(Racer.Mark mark) {
        return Math.log10(Math.max(LEAST_EXCESS, mark.excess()));
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
