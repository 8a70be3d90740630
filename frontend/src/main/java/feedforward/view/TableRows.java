package feedforward.view;

import java.util.function.DoubleFunction;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A chart's numbers as the rows of a table: x first, then a column per series; NaN is left empty. */
public final class TableRows {
    private final HTMLElement body;
    private final HTMLDocument document = Window.current().getDocument();

    /** @param body the part of the table that holds its rows */
    public TableRows(HTMLElement body) {
        this.body = body;
    }

    public void show(double[] x, DoubleFunction<String> format, double[]... columns) {
        show(x, step -> Numbers.count((long) step), format, columns);
    }

    /** The same with a format for x of its own. */
    public void show(double[] x, DoubleFunction<String> formatX, DoubleFunction<String> format, double[]... columns) {
        HTMLElement fresh = document.createElement("tbody");
        for (int i = 0; i < x.length; i++) {
            HTMLElement row = document.createElement("tr");
            HTMLElement head = document.createElement("th");
            head.setAttribute("scope", "row");
            row.appendChild(head.withText(formatX.apply(x[i])));
            for (double[] column : columns) {
                String text = Double.isNaN(column[i]) ? "" : format.apply(column[i]);
                row.appendChild(document.createElement("td").withText(text));
            }
            fresh.appendChild(row);
        }
        body.setInnerHTML(fresh.getInnerHTML());
    }
}
