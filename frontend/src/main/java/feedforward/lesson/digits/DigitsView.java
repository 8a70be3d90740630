package feedforward.lesson.digits;

import feedforward.browser.Script;
import feedforward.course.NotebookDigits;
import feedforward.course.Prediction;
import feedforward.lesson.Answers;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.PixelImage;
import feedforward.view.TableRows;
import java.util.Map;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Shows a {@link DigitsState}: the array, the ten images, the answers. Mutable in what it has painted. */
final class DigitsView {
    private static final int SIDE = NotebookDigits.SIDE;
    private static final Map<Task, String> ANSWERS = Map.of(
            Task.INDEX, "digits-index-answer",
            Task.PLACE, "digits-place-answer",
            Task.DIMENSIONS, "digits-dimensions-answer",
            Task.LABELS, "digits-labels-answer",
            Task.PRODUCT, "digits-product-answer",
            Task.LOGIT, "digits-logit-answer",
            Task.PROBABILITY, "digits-probability-answer",
            Task.CORRECT, "digits-correct-answer",
            Task.GUESS, "digits-guess-answer");

    private final PixelPadView pad;
    private final PixelImage picture = new PixelImage(canvas("digits-picture"), SIDE);
    private final StripView strip = new StripView(canvas("digits-strip"));
    private final TableRows table = new TableRows(
            Elements.role("digits-table"), row -> Numbers.fixed(row, 0), byteValue -> Numbers.fixed(byteValue, 0));
    private final PredictionView prediction;
    private final TrialView trial = new TrialView();
    private int painted = -1;
    private boolean laidOut;

    /** @param again shows the state again */
    DigitsView(DigitsController controller, Runnable again) {
        pad = new PixelPadView("digits-pad", controller::pixelPointed, controller::pixelMoved);
        prediction = new PredictionView(controller, again);
    }

    /** What is painted was painted in another theme's colours. */
    void forget() {
        painted = -1;
        laidOut = false;
        prediction.forget();
    }

    void show(DigitsState state) {
        Elements.text("digits-trouble", state.trouble());
        ANSWERS.forEach((task, role) -> Answers.show(role, state.answer(task)));
        choose("digits-image", state.image());
        state.digits().ifPresent(digits -> {
            showArray(state, digits);
            showTen(state, digits);
        });
        pad.mark(state.pixel());
        prediction.show(state);
        trial.show(state);
    }

    static HTMLCanvasElement canvas(String role) {
        return (HTMLCanvasElement) Elements.role(role);
    }

    static void choose(String role, int value) {
        HTMLSelectElement select = (HTMLSelectElement) Elements.role(role);
        String text = Integer.toString(value);
        if (!select.getValue().equals(text)) {
            select.setValue(text);
        }
    }

    private void showArray(DigitsState state, TenDigits digits) {
        int row = state.pixel() / SIDE;
        int column = state.pixel() % SIDE;
        int value = digits.value(state.image(), state.pixel());
        Elements.text("digits-row-now", Integer.toString(row));
        Elements.text("digits-column-now", Integer.toString(column));
        Elements.text("digits-index-now", Integer.toString(state.pixel()));
        Elements.text("digits-byte-now", Integer.toString(value));
        Elements.text("digits-x-now", Numbers.shortest(value / 256f));
        Elements.text(
                "digits-pad-words",
                "Row " + row + ", column " + column + ": index " + state.pixel() + ", value " + value);
        Elements.role("digits-strip-marker")
                .getStyle()
                .setProperty("left", 100 * (state.pixel() + 0.5) / NotebookDigits.PIXELS + "%");
        if (painted != state.image()) {
            painted = state.image();
            picture.paintInk(digits.x(state.image()));
            strip.paint(digits.x(state.image()));
            table.show(columns(digits, state.image()));
        }
    }

    /** The image's rows as a table has them: the row's number, then 28 columns. */
    private static double[][] columns(TenDigits digits, int image) {
        double[][] columns = new double[SIDE + 1][SIDE];
        for (int row = 0; row < SIDE; row++) {
            columns[0][row] = row;
            for (int column = 0; column < SIDE; column++) {
                columns[column + 1][row] = digits.value(image, SIDE * row + column);
            }
        }
        return columns;
    }

    /** The ten images; their labels only once the student has read them. */
    private void showTen(DigitsState state, TenDigits digits) {
        HTMLElement list = Elements.role("digits-ten");
        if (!laidOut) {
            laidOut = true;
            list.clear();
            for (int image = 0; image < TenDigits.COUNT; image++) {
                HTMLElement item = Script.script().copyOfTemplate(Elements.role("digits-ten-template"));
                list.appendChild(item);
                HTMLCanvasElement canvas = (HTMLCanvasElement) item.querySelector("canvas");
                canvas.setAttribute("aria-label", "Image " + image);
                new PixelImage(canvas, SIDE).paintInk(digits.x(image));
            }
        }
        for (int image = 0; image < TenDigits.COUNT; image++) {
            Elements.text(
                    (HTMLElement) list.getChildren().get(image).querySelector("span"),
                    state.solved(Task.LABELS) ? Integer.toString(digits.label(image)) : "image " + image);
        }
        showCorrect(state, digits);
    }

    /** correct() of each of the ten images, once the student has put it together. */
    private static void showCorrect(DigitsState state, TenDigits digits) {
        HTMLElement result = Elements.role("digits-correct-result");
        result.setHidden(!state.solved(Task.CORRECT));
        StringBuilder rows = new StringBuilder();
        int right = 0;
        for (int image = 0; image < TenDigits.COUNT; image++) {
            Prediction of = new Prediction(state.weights(), digits.x(image));
            boolean correct = Prediction.correct(of.probabilities(), digits.label(image));
            right += correct ? 1 : 0;
            rows.append("<tr><th scope=\"row\">")
                    .append(image)
                    .append("</th><td>")
                    .append(digits.label(image))
                    .append("</td><td>")
                    .append(of.answer())
                    .append("</td><td>")
                    .append(Numbers.fixed(of.probability(of.answer()), 3))
                    .append("</td><td>")
                    .append(correct ? "✓ right" : "✗ wrong")
                    .append("</td></tr>");
        }
        HTMLElement body = Elements.role("digits-correct-table");
        if (!body.getInnerHTML().contentEquals(rows)) {
            body.setInnerHTML(rows.toString());
        }
        Elements.text(
                "digits-correct-count", right + " of 10 right with the random weights of seed " + state.seed() + ".");
    }
}
