package feedforward.evaluation;

import feedforward.browser.Script;
import feedforward.course.Confusion;
import feedforward.view.Elements;
import feedforward.view.Numbers;
import feedforward.view.PixelImage;
import java.util.List;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The images behind a cell, or the worst mistakes. Mutable in what it has painted. */
final class GalleryView {
    private static final int SIDE = 28;

    private EvaluationState painted = EvaluationState.NONE;
    private boolean fresh;

    void forget() {
        fresh = false;
    }

    void show(EvaluationState state, Confusion confusion) {
        if (fresh && painted.equals(state)) {
            return;
        }
        List<Integer> set = state.set();
        int shown = Math.min(state.shown(), set.size());
        boolean sameBegin = fresh && state.shown() > painted.shown() && sameSet(state);
        fresh = true;
        HTMLElement list = Elements.role("evaluation-images");
        int from = sameBegin ? Math.min(painted.shown(), set.size()) : 0;
        if (from == 0) {
            list.clear();
        }
        painted = state;
        for (int place = from; place < shown; place++) {
            list.appendChild(item(state, confusion, set.get(place)));
        }
        Elements.text("evaluation-set", title(state.opened(), set.size(), shown));
        Elements.role("evaluation-more").setHidden(shown == set.size());
    }

    private boolean sameSet(EvaluationState state) {
        return painted.confusion().equals(state.confusion()) && painted.opened().equals(state.opened());
    }

    private static String title(EvaluationState.Opened opened, int size, int shown) {
        String number = size == shown ? Numbers.count(size) : Numbers.count(shown) + " of " + Numbers.count(size);
        if (!opened.isCell()) {
            return "Worst mistakes first: " + number;
        }
        if (size == 0) {
            return "No " + opened.actual() + " was taken for a " + opened.answered();
        }
        return opened.actual() == opened.answered()
                ? "Read rightly as " + opened.answered() + ", the surest first: " + number
                : opened.actual() + " taken for " + opened.answered() + ", the surest first: " + number;
    }

    private static HTMLElement item(EvaluationState state, Confusion confusion, int example) {
        HTMLElement item = Script.script().copyOfTemplate(Elements.role("evaluation-image-template"));
        int label = confusion.label(example);
        int answer = confusion.answer(example);
        HTMLCanvasElement canvas = (HTMLCanvasElement) item.querySelector("canvas");
        canvas.setAttribute("aria-label", "Test image " + example + ", a " + label);
        new PixelImage(canvas, SIDE).paintInk(state.images().orElseThrow().image(example));
        Elements.text(
                item.querySelector(".said"), "said " + answer + ", " + share(confusion.probability(example, answer)));
        Elements.text(
                item.querySelector(".is"),
                "is " + label + (label == answer ? "" : ", " + share(confusion.probability(example, label))));
        return item;
    }

    private static String share(float probability) {
        return Numbers.fixed(100 * probability, 1) + " %";
    }
}
