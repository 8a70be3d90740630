package feedforward.evaluation;

import feedforward.course.Confusion;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** The confusion matrix: a table of buttons, of which one is in the tab order; the arrow keys go from one to the other. Mutable. */
final class MatrixView {
    private static final int CLASSES = 10;
    private static final double STRONGEST = 0.42;

    private final HTMLDocument document = Window.current().getDocument();
    private final HTMLElement[][] cells = new HTMLElement[CLASSES][CLASSES];

    MatrixView(EvaluationController controller) {
        HTMLElement body = Elements.role("evaluation-matrix");
        for (int actual = 0; actual < CLASSES; actual++) {
            HTMLElement row = document.createElement("tr");
            HTMLElement head = document.createElement("th");
            head.setAttribute("scope", "row");
            row.appendChild(head.withText(Integer.toString(actual)));
            for (int answered = 0; answered < CLASSES; answered++) {
                row.appendChild(cell(controller, actual, answered));
            }
            body.appendChild(row);
        }
        cells[0][0].setAttribute("tabindex", "0");
    }

    /** Fills in the counts; the more often two classes are confused, the redder. */
    void count(Confusion confusion) {
        int[] most = confusion.mostConfused();
        double largest = Math.max(1, confusion.count(most[0], most[1]));
        for (int a = 0; a < CLASSES; a++) {
            for (int p = 0; p < CLASSES; p++) {
                int count = confusion.count(a, p);
                HTMLElement cell = cells[a][p];
                Elements.text(cell, Integer.toString(count));
                cell.setAttribute(
                        "aria-label",
                        a == p
                                ? a + " read as " + p + ", rightly: " + Numbers.count(count)
                                : a + " taken for " + p + ": " + Numbers.count(count));
                Elements.state(cell, a == p ? "right" : count == 0 ? "none" : "wrong");
                double share = a == p ? 0.5 * STRONGEST : STRONGEST * Math.sqrt(count / largest);
                cell.getStyle().setProperty("--share", Numbers.fixed(100 * share, 0) + "%");
            }
        }
    }

    void choose(EvaluationState.Opened opened) {
        for (int a = 0; a < CLASSES; a++) {
            for (int p = 0; p < CLASSES; p++) {
                boolean chosen = opened.actual() == a && opened.answered() == p;
                Elements.attribute(cells[a][p], "aria-pressed", Boolean.toString(chosen));
            }
        }
    }

    private HTMLElement cell(EvaluationController controller, int actual, int answered) {
        HTMLElement button = document.createElement("button");
        button.setAttribute("type", "button");
        button.setAttribute("tabindex", "-1");
        Elements.on(button, "click", event -> {
            enter(actual, answered);
            controller.cellOpened(actual, answered);
        });
        Elements.on(button, "keydown", event -> key((KeyboardEvent) event, actual, answered));
        cells[actual][answered] = button;
        HTMLElement cell = document.createElement("td");
        cell.appendChild(button);
        return cell;
    }

    private void key(KeyboardEvent event, int actual, int answered) {
        if (Elements.isShortcut(event)) {
            return;
        }
        switch (event.getKey()) {
            case "ArrowUp" -> go(actual - 1, answered);
            case "ArrowDown" -> go(actual + 1, answered);
            case "ArrowLeft" -> go(actual, answered - 1);
            case "ArrowRight" -> go(actual, answered + 1);
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    private void go(int actual, int answered) {
        if (actual >= 0 && actual < CLASSES && answered >= 0 && answered < CLASSES) {
            enter(actual, answered);
            cells[actual][answered].focus();
        }
    }

    /** This cell is the one that the tab key comes to. */
    private void enter(int actual, int answered) {
        for (HTMLElement[] row : cells) {
            for (HTMLElement cell : row) {
                Elements.attribute(cell, "tabindex", "-1");
            }
        }
        cells[actual][answered].setAttribute("tabindex", "0");
    }
}
