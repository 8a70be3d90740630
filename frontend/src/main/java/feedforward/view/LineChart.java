package feedforward.view;

import feedforward.browser.Script;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.typedarrays.Float64Array;

/** A live chart of lines or points over a common x axis (uPlot); NaN and ∞ leave a gap. Follows its frame's width and the theme. */
public final class LineChart {
    private final HTMLElement frame;
    private final String options;

    /**
     * @param frame the element the chart fills; its {@code data-state} tells whether there is something to see
     * @param options see {@code chart.js}: axes and series, as JSON
     */
    public LineChart(HTMLElement frame, String options) {
        this.frame = frame;
        this.options = options;
    }

    /** Shows columns of equal length over x = 0, 1, … on an axis that reaches to {@code last}, however few values there are yet. */
    public void showUpTo(int last, double[]... columns) {
        int count = Math.max(last + 1, columns[0].length);
        double[][] padded = new double[columns.length + 1][columns[0].length == 0 ? 0 : count];
        for (int row = 0; row < padded[0].length; row++) {
            padded[0][row] = row;
            for (int i = 0; i < columns.length; i++) {
                padded[i + 1][row] = row < columns[i].length ? columns[i][row] : Double.NaN;
            }
        }
        show(padded);
    }

    /** Shows columns of equal length: x ascending, then the values of each series. */
    public void show(double[]... columns) {
        JSArray<JSObject> arrays = new JSArray<>(columns.length);
        for (int i = 0; i < columns.length; i++) {
            arrays.set(i, Float64Array.copyFromJavaArray(columns[i]));
        }
        Elements.state(frame, columns[0].length == 0 ? "idle" : "ready");
        Script.script().drawChart(frame, options, arrays);
    }
}
