package feedforward.page.train;

import feedforward.browser.Script;
import feedforward.device.Activation;
import feedforward.layer.DenseSpec;
import feedforward.train.RunSpec;
import feedforward.view.Elements;
import feedforward.view.HeatColours;
import feedforward.view.Numbers;
import feedforward.view.PixelImage;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The first layer's weights as images: for softmax regression what each class looks for. Mutable. */
final class WeightsView {
    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;

    private final List<PixelImage> images = new ArrayList<>();
    private boolean classes;
    private float[] shown = {};
    private HeatColours colours = HeatColours.inForce();

    /** Says whose weights come next. */
    void expect(RunSpec spec) {
        classes = spec.network().layers().get(0) instanceof DenseSpec dense && dense.activation() == Activation.LINEAR;
    }

    /** Weights [units, 784]; others have no image and are passed over. */
    void show(float[] weights) {
        int units = weights.length / PIXELS;
        if (units == 0 || units * PIXELS != weights.length) {
            return;
        }
        shown = weights;
        if (images.size() != units) {
            layOut(units);
        }
        Elements.state(Elements.role("weights"), "ready");
        Elements.text(
                "weights-source",
                classes ? "One image per class" : "The first " + units + " units of the hidden layer");
        paint();
    }

    /** Paints again, in the theme's colours of now. */
    void repaint() {
        colours = HeatColours.inForce();
        paint();
    }

    private void paint() {
        float limit = 0;
        for (float weight : shown) {
            limit = Math.max(limit, Math.abs(weight));
        }
        for (int unit = 0; unit < images.size(); unit++) {
            images.get(unit).paintDiverging(shown, unit * PIXELS, limit, colours);
        }
        Elements.text("weights-minimum", Numbers.fixed(-limit, 2));
        Elements.text("weights-maximum", Numbers.fixed(limit, 2));
    }

    private void layOut(int units) {
        HTMLElement list = Elements.role("weight-images");
        list.clear();
        list.setAttribute("data-count", Integer.toString(units));
        images.clear();
        HTMLElement template = Elements.role("weight-image-template");
        for (int unit = 0; unit < units; unit++) {
            HTMLElement item = Script.script().copyOfTemplate(template);
            list.appendChild(item);
            String name = classes ? Integer.toString(unit) : Integer.toString(unit + 1);
            HTMLCanvasElement canvas = (HTMLCanvasElement) item.querySelector("canvas");
            canvas.setAttribute("aria-label", (classes ? "Weights of class " : "Weights of unit ") + name);
            Elements.text(item.querySelector(".weight-image-name"), name);
            images.add(new PixelImage(canvas, SIDE));
        }
    }
}
