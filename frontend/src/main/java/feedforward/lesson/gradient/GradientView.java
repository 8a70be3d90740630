package feedforward.lesson.gradient;

import feedforward.course.GradientReferee;
import feedforward.course.GradientReferee.Comparison;
import feedforward.course.GradientReferee.Verdict;
import feedforward.course.Piece;
import feedforward.course.SoftmaxExample;
import feedforward.lesson.Answer;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link GradientState}. Mutable: keeps the pieces' buttons. */
final class GradientView {
    private static final int DECIMALS = 4;

    private final HTMLElement[] buttons = new HTMLElement[Piece.values().length];
    private final HTMLElement slopes = Elements.role("gradient-slopes");
    private Optional<Comparison> shown = Optional.empty();

    GradientView(Consumer<Piece> chosen) {
        HTMLElement pieces = Elements.role("gradient-pieces");
        for (Piece piece : Piece.values()) {
            HTMLElement button = element("button").withText(title(piece));
            button.setAttribute("type", "button");
            Elements.on(button, "click", event -> chosen.accept(piece));
            pieces.appendChild(button);
            buttons[piece.ordinal()] = button;
        }
    }

    void show(GradientState state) {
        boolean weights = state.of() == GradientReferee.Of.WEIGHTS;
        ((HTMLInputElement) Elements.role("gradient-of-weights")).setChecked(weights);
        ((HTMLInputElement) Elements.role("gradient-of-biases")).setChecked(!weights);
        Elements.text(
                "gradient-formula",
                (weights ? "∂C/∂W = " : "∂C/∂b = ") + state.formula().text());
        for (HTMLElement button : buttons) {
            Elements.enabled(button, state.formula().takes());
        }
        Elements.enabled(
                Elements.role("gradient-undo"), !state.formula().pieces().isEmpty());
        Elements.enabled(
                Elements.role("gradient-clear"), !state.formula().pieces().isEmpty());
        Answers.show(
                "gradient-answer", state.verdict().map(GradientView::answer).orElse(Answer.OPEN));
        ((HTMLSelectElement) Elements.role("gradient-example")).setValue(Integer.toString(state.example()));
        showComparison(state);
    }

    private static Answer answer(Verdict verdict) {
        return verdict.right() ? Answer.right(verdict.reason()) : Answer.wrong(verdict.reason());
    }

    private void showComparison(GradientState state) {
        List<Comparison> comparisons = state.verdict().map(Verdict::comparisons).orElse(List.of());
        HTMLElement frame = Elements.role("gradient-comparison");
        if (comparisons.isEmpty()) {
            Elements.attribute(frame, "hidden", "");
            shown = Optional.empty();
            return;
        }
        frame.removeAttribute("hidden");
        Comparison comparison = comparisons.get(state.example());
        if (!shown.equals(Optional.of(comparison))) {
            shown = Optional.of(comparison);
            Elements.text("gradient-vectors", vectors(comparison.example()));
            slopes.setTextContent("");
            int rows = comparison.measured().values().length / SoftmaxExample.CLASSES;
            for (int i = 0; i < rows; i++) {
                slopes.appendChild(row(comparison, i, rows == 1 ? "b" : "W, input " + (i + 1)));
            }
        }
    }

    private static HTMLElement row(Comparison comparison, int row, String name) {
        HTMLElement element = element("tr");
        HTMLElement head = element("th").withText(name);
        head.setAttribute("scope", "row");
        element.appendChild(head);
        for (int c = 0; c < SoftmaxExample.CLASSES; c++) {
            int index = row * SoftmaxExample.CLASSES + c;
            boolean agrees = comparison.agrees(index);
            HTMLElement cell = element("td");
            cell.setAttribute("data-state", agrees ? "right" : "wrong");
            cell.appendChild(element("span")
                    .withText(
                            (agrees ? "✓ " : "✗ ") + number(comparison.formula().values()[index])));
            HTMLElement measured =
                    element("span").withText(number(comparison.measured().values()[index]));
            measured.setAttribute("class", "measured");
            cell.appendChild(measured);
            element.appendChild(cell);
        }
        return element;
    }

    private static String vectors(SoftmaxExample example) {
        double[] y = new double[SoftmaxExample.CLASSES];
        y[example.label()] = 1;
        return "x = " + vector(example.x(), 2) + ", y = " + vector(y, 0) + ", p = "
                + vector(example.probabilities(), 3);
    }

    private static String vector(double[] values, int decimals) {
        StringBuilder text = new StringBuilder("(");
        for (double value : values) {
            text.append(text.length() == 1 ? "" : ", ").append(Numbers.fixed(value, decimals));
        }
        return text + ")";
    }

    private static String title(Piece piece) {
        return switch (piece) {
            case OUTER -> "outer(□, □)";
            case TIMES -> "□ · □";
            case NEGATIVE -> "−□";
            default -> piece.symbol();
        };
    }

    private static String number(double value) {
        return Numbers.fixed(value, DECIMALS);
    }

    private static HTMLElement element(String name) {
        return Window.current().getDocument().createElement(name);
    }
}
