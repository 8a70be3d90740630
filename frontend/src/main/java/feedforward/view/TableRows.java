package feedforward.view;

import feedforward.browser.Script;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A chart's numbers as the rows of a table: x first, then a column per series; NaN is left empty. Rows are made only while
 * the table's {@code <details>} is open, and only of new numbers. Mutable.
 */
public final class TableRows {
    private final HTMLElement body;
    private final HTMLElement details;
    private final DoubleFunction<String> formatX;
    private final DoubleFunction<String> format;
    private final HTMLDocument document = Window.current().getDocument();

    private double[][] columns = {};
    private double[][] shown = {};

    /** @param body the part of the table that holds its rows, inside a {@code <details>} */
    public TableRows(HTMLElement body, DoubleFunction<String> formatX, DoubleFunction<String> format) {
        this.body = body;
        this.formatX = formatX;
        this.format = format;
        details = Script.script().closest(body, "details");
        Elements.on(details, "toggle", event -> build());
    }

    /** Shows columns of equal length: x, then the values of each series. */
    public void show(double[]... newer) {
        columns = newer;
        build();
    }

    private void build() {
        if (!details.hasAttribute("open") || Arrays.deepEquals(columns, shown)) {
            return;
        }
        shown = columns;
        HTMLElement fresh = document.createElement("tbody");
        for (int row = 0; row < columns[0].length; row++) {
            fresh.appendChild(row(row));
        }
        body.setInnerHTML(fresh.getInnerHTML());
    }

    private HTMLElement row(int index) {
        HTMLElement row = document.createElement("tr");
        HTMLElement head = document.createElement("th");
        head.setAttribute("scope", "row");
        row.appendChild(head.withText(formatX.apply(columns[0][index])));
        for (int series = 1; series < columns.length; series++) {
            double value = columns[series][index];
            row.appendChild(document.createElement("td").withText(Double.isNaN(value) ? "" : format.apply(value)));
        }
        return row;
    }
}
