package feedforward.page.draw;

import feedforward.browser.Script;
import feedforward.data.DigitImage;
import feedforward.data.Drawing;
import feedforward.device.Device;
import feedforward.page.Frame;
import feedforward.page.ServerApi;
import feedforward.view.Elements;
import feedforward.wire.SavedModel;
import java.util.Optional;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins canvas, pen and keyboard to the drawing, and the drawing to the network that reads it. Mutable. */
public final class DrawSection {
    private static final String SHIPPED = "/models/mnist-mlp.safetensors";

    private final Device device;
    private final ServerApi server = new ServerApi();
    private final DrawView view = new DrawView();
    private final Frame frame = new Frame(this::render);
    private final HTMLElement canvas = Elements.role("draw-canvas");

    private Drawing drawing = Drawing.empty();
    private boolean penDown;
    private Optional<Recogniser> recogniser = Optional.empty();

    public DrawSection(Device device) {
        this.device = device;
        listenToPen();
        Elements.onClick("draw-undo", this::undo);
        Elements.onClick("draw-clear", this::clear);
        Elements.on(canvas, "keydown", event -> key((KeyboardEvent) event));
        Elements.onClick("network-shipped", this::loadShipped);
        HTMLInputElement file = (HTMLInputElement) Elements.role("network-file");
        Script.script().listenToFile(file, (name, bytes) -> use(bytes.copyToJavaArray(), name));
        loadShipped();
    }

    /** Lets the network in a safetensors file answer from now on; says why if it cannot. */
    public void use(byte[] file, String source) {
        try {
            recogniser = Optional.of(new Recogniser(SavedModel.parse(file), device));
            view.showNetwork(recogniser.get().model(), source);
        } catch (IllegalArgumentException e) {
            view.refuse(source + ": " + e.getMessage());
        }
        frame.request();
    }

    private void loadShipped() {
        server.file(SHIPPED, file -> use(file, DrawView.SHIPPED), view::refuse);
    }

    private void listenToPen() {
        Script.script().listenToPen(canvas, this::penDown, this::penTo, this::penUp);
    }

    private void penDown(float x, float y) {
        penDown = true;
        draw(drawing.penDown(x, y));
    }

    private void penTo(float x, float y) {
        if (penDown) {
            draw(drawing.penTo(x, y));
        }
    }

    private void penUp() {
        penDown = false;
        frame.request();
    }

    private void key(KeyboardEvent event) {
        if (event.isCtrlKey() || event.isAltKey() || event.isMetaKey()) {
            return;
        }
        switch (event.getKey()) {
            case "u", "U", "Backspace" -> undo();
            case "c", "C" -> clear();
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    private void undo() {
        penDown = false;
        draw(drawing.undo());
    }

    private void clear() {
        penDown = false;
        draw(Drawing.empty());
    }

    private void draw(Drawing newer) {
        drawing = newer;
        frame.request();
    }

    private void render() {
        Optional<DigitImage> image = DigitImage.of(drawing);
        Optional<float[]> probabilities = recogniser.flatMap(reader -> image.map(reader::probabilities));
        view.show(drawing, image, probabilities, penDown);
    }

    /** Paints again, in the theme's colours of now. */
    public void repaint() {
        frame.request();
    }
}
