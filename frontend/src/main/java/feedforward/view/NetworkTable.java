package feedforward.view;

import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;

/** A {@link NetworkPicture}'s weights as a table, whose rows are made only while it is open. Mutable. */
final class NetworkTable {
    private final HTMLElement details = element("details");
    private final HTMLElement body = element("tbody");
    private final HTMLElement scroll = element("div");
    private Runnable fill = () -> {};

    NetworkTable(HTMLElement frame, String name) {
        HTMLElement head = element("tr");
        for (String title : new String[] {"From", "To", "Weight"}) {
            head.appendChild(element("th").withAttr("scope", "col").withText(title));
        }
        scroll.setAttribute("class", "table-scroll");
        scroll.setAttribute("tabindex", "0");
        scroll.setAttribute("role", "region");
        scroll.setAttribute("aria-label", name + ": its weights as a table");
        scroll.appendChild(
                element("table").withChild(element("thead").withChild(head)).withChild(body));
        details.appendChild(element("summary").withText("Show as table"));
        details.appendChild(scroll);
        frame.appendChild(details);
        Elements.on(details, "toggle", event -> build());
    }

    /** Shows one row for each weight; NaN is left empty. */
    void show(String[][] labels, double[][][] weights) {
        fill = () -> fill(labels, weights);
        build();
    }

    private void build() {
        if (details.hasAttribute("open")) {
            body.setInnerHTML("");
            fill.run();
        }
    }

    private void fill(String[][] labels, double[][][] weights) {
        for (int column = 0; column < weights.length; column++) {
            for (int from = 0; from < weights[column].length; from++) {
                for (int to = 0; to < weights[column][from].length; to++) {
                    double weight = weights[column][from][to];
                    HTMLElement row = element("tr");
                    row.appendChild(element("th").withAttr("scope", "row").withText(labels[column][from]));
                    row.appendChild(element("td").withText(labels[column + 1][to]));
                    row.appendChild(element("td").withText(Double.isNaN(weight) ? "" : Numbers.fixed(weight, 3)));
                    body.appendChild(row);
                }
            }
        }
    }

    private static HTMLElement element(String name) {
        return Window.current().getDocument().createElement(name);
    }
}
