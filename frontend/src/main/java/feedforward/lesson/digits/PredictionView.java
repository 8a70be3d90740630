package feedforward.lesson.digits;

import feedforward.course.NotebookDigits;
import feedforward.course.Prediction;
import feedforward.view.Elements;
import feedforward.view.HeatColours;
import feedforward.view.Numbers;
import feedforward.view.PixelImage;
import org.teavm.jso.dom.html.HTMLElement;

/** Shows softmax(x·W + b) of one image: pixels, weights and products as pictures, the ten scores as a table. Mutable in what it painted. */
final class PredictionView {
    private static final int SIDE = NotebookDigits.SIDE;
    private static final int PIXELS = NotebookDigits.PIXELS;
    private static final int CLASSES = NotebookDigits.CLASSES;

    private final PixelPadView pad;
    private final PixelImage x = new PixelImage(DigitsView.canvas("digits-x"), SIDE);
    private final PixelImage weights = new PixelImage(DigitsView.canvas("digits-w"), SIDE);
    private final PixelImage products = new PixelImage(DigitsView.canvas("digits-xw"), SIDE);
    private String painted = "";
    private String listed = "";

    /** @param again shows the state again */
    PredictionView(DigitsController controller, Runnable again) {
        pad = new PixelPadView("digits-x-pad", controller::pixelPointed, controller::pixelMoved);
        Elements.on(Elements.role("digits-terms-details"), "toggle", event -> again.run());
    }

    void forget() {
        painted = "";
    }

    void show(DigitsState state) {
        DigitsView.choose("digits-prediction-image", state.image());
        DigitsView.choose("digits-class", state.digit());
        Elements.text("digits-seed", Long.toString(state.seed()));
        pad.mark(state.pixel());
        state.prediction().ifPresent(prediction -> show(state, prediction));
    }

    private void show(DigitsState state, Prediction prediction) {
        float[] pixels = state.digits().orElseThrow().x(state.image());
        int i = state.pixel();
        int j = state.digit();
        String pair = "i\u00a0=\u00a0" + i + ", j\u00a0=\u00a0" + j;
        Elements.text("digits-term-place", "Row " + i / SIDE + ", column " + i % SIDE + ": " + pair);
        Elements.text("digits-term-x", Numbers.fixed(pixels[i], 4));
        Elements.text("digits-term-w", Numbers.fixed(state.weights().weight(i, j), 4));
        Elements.text(
                "digits-sum",
                "Σ x·W of digit " + j + " = " + Numbers.fixed(prediction.sum(j), 4) + ", b = "
                        + Numbers.fixed(state.weights().bias(j), 4));
        paint(state, pixels, j);
        showScores(state, prediction);
        listTerms(state, pixels, j);
    }

    private void paint(DigitsState state, float[] pixels, int j) {
        String wanted = state.image() + "/" + j + "/" + state.seed();
        if (painted.equals(wanted)) {
            return;
        }
        painted = wanted;
        float[] ofClass = new float[PIXELS];
        float[] product = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            ofClass[i] = state.weights().weight(i, j);
            product[i] = pixels[i] * ofClass[i];
        }
        x.paintInk(pixels);
        HeatColours colours = HeatColours.inForce();
        weights.paintDiverging(ofClass, 0, 0.5f, colours);
        products.paintDiverging(product, 0, 0.5f, colours);
    }

    /** The ten scores; what is asked of the chosen class shows only once it is answered. */
    private static void showScores(DigitsState state, Prediction prediction) {
        StringBuilder rows = new StringBuilder();
        for (int j = 0; j < CLASSES; j++) {
            boolean chosen = j == state.digit();
            rows.append(chosen ? "<tr data-chosen=\"true\">" : "<tr>");
            cell(rows, "th scope=\"row\"", chosen ? "▸ " + j : Integer.toString(j));
            cell(rows, "td", Numbers.fixed(prediction.sum(j), 4));
            cell(rows, "td", Numbers.fixed(state.weights().bias(j), 4));
            cell(rows, "td", chosen && !state.solved(Task.LOGIT) ? "?" : Numbers.fixed(prediction.logit(j), 4));
            cell(rows, "td", Numbers.fixed(prediction.exponential(j), 4));
            cell(
                    rows,
                    "td",
                    chosen && !state.solved(Task.PROBABILITY) ? "?" : Numbers.fixed(prediction.probability(j), 4));
            rows.append("</tr>");
        }
        replace(Elements.role("digits-scores"), rows);
        Elements.text("digits-total", Numbers.fixed(prediction.total(), 4));
        boolean known = state.solved(Task.PROBABILITY);
        int label = state.digits().orElseThrow().label(state.image());
        Elements.text(
                "digits-verdict",
                known
                        ? "The largest probability is digit " + prediction.answer() + "’s; the label says " + label
                                + ": "
                                + (prediction.answer() == label
                                        ? "right, by luck."
                                        : "wrong, as is to be expected of random weights.")
                        : "");
    }

    /** All products that are not zero, with the running sum; only while somebody looks. */
    private void listTerms(DigitsState state, float[] pixels, int j) {
        String wanted = state.image() + "/" + j + "/" + state.seed();
        if (!Elements.role("digits-terms-details").hasAttribute("open") || listed.equals(wanted)) {
            return;
        }
        listed = wanted;
        StringBuilder rows = new StringBuilder();
        float sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            float product = pixels[i] * state.weights().weight(i, j);
            sum = sum + product;
            if (pixels[i] != 0) {
                rows.append("<tr>");
                cell(rows, "th scope=\"row\"", Integer.toString(i));
                cell(rows, "td", i / SIDE + ", " + i % SIDE);
                cell(rows, "td", Numbers.fixed(pixels[i], 4));
                cell(rows, "td", Numbers.fixed(state.weights().weight(i, j), 4));
                cell(rows, "td", Numbers.fixed(product, 4));
                cell(rows, "td", Numbers.fixed(sum, 4));
                rows.append("</tr>");
            }
        }
        replace(Elements.role("digits-terms"), rows);
    }

    private static void replace(HTMLElement body, StringBuilder rows) {
        if (!body.getInnerHTML().contentEquals(rows)) {
            body.setInnerHTML(rows.toString());
        }
    }

    private static void cell(StringBuilder rows, String tag, String text) {
        rows.append('<')
                .append(tag)
                .append('>')
                .append(text)
                .append("</")
                .append(tag, 0, 2)
                .append('>');
    }
}
