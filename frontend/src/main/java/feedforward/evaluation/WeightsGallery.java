package feedforward.evaluation;

import feedforward.browser.Script;
import feedforward.view.Elements;
import feedforward.view.HeatColours;
import feedforward.view.Numbers;
import feedforward.view.PixelImage;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A network's first weights as pictures. Mutable in what it has painted. */
final class WeightsGallery {
    private Optional<WeightPictures> painted = Optional.empty();
    private boolean fresh;

    void forget() {
        fresh = false;
    }

    void show(Optional<WeightPictures> weights) {
        if (fresh && painted.equals(weights)) {
            return;
        }
        fresh = true;
        painted = weights;
        Elements.role("evaluation-weights").setHidden(weights.isEmpty());
        weights.ifPresent(WeightsGallery::paint);
    }

    private static void paint(WeightPictures weights) {
        HTMLElement list = Elements.role("evaluation-weight-images");
        list.clear();
        list.setAttribute("data-count", Integer.toString(weights.count()));
        float limit = weights.limit();
        HeatColours colours = HeatColours.inForce();
        for (int number = 0; number < weights.count(); number++) {
            HTMLElement item = Script.script().copyOfTemplate(Elements.role("evaluation-weight-template"));
            HTMLCanvasElement canvas = (HTMLCanvasElement) item.querySelector("canvas");
            canvas.setAttribute("aria-label", "Weights of " + weights.name(number));
            new PixelImage(canvas, weights.side())
                    .paintDiverging(weights.values(), number * weights.side() * weights.side(), limit, colours);
            Elements.text(item.querySelector("span"), weights.name(number));
            list.appendChild(item);
        }
        Elements.text("evaluation-weights-least", "−" + Numbers.fixed(limit, 2));
        Elements.text("evaluation-weights-most", Numbers.fixed(limit, 2));
    }
}
