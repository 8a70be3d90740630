package feedforward.draw;

import feedforward.browser.Script;
import feedforward.device.Device;
import feedforward.page.Frame;
import feedforward.page.Pen;
import feedforward.page.ServerApi;
import feedforward.view.Elements;
import java.util.function.Consumer;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** Joins the controller of a drawing to canvas, pen and keyboard, and to the server that ships a network. */
public final class DrawFigure implements DrawActions {
    /** What the network is called that the server ships. */
    public static final String SHIPPED = DrawController.SHIPPED;

    private static final String SHIPPED_FILE = "/models/mnist-small-f16/weights.safetensors";

    private final ServerApi server = new ServerApi();
    private final DrawController controller;
    private final DrawView view = new DrawView();
    private final Frame frame;

    /**
     * @param pen told of every stroke
     * @param besides shows what else there is to be seen of a state, in the same frame
     */
    public DrawFigure(Device device, Pen pen, Consumer<DrawState> besides) {
        controller = new DrawController(device, this);
        frame = new Frame(() -> {
            view.show(controller.state());
            besides.accept(controller.state());
        });
        HTMLElement canvas = Elements.role("draw-canvas");
        listenToPen(canvas, pen);
        Elements.onClick("draw-undo", controller::undoWanted);
        Elements.onClick("draw-clear", controller::clearWanted);
        Elements.on(canvas, "keydown", event -> key((KeyboardEvent) event));
    }

    /** Lets the network that the server ships answer, as soon as it has come. */
    public void useShipped() {
        controller.shippedWanted();
    }

    /** Lets the network in a safetensors file answer from now on; says why if it cannot. */
    public void use(byte[] file, String source) {
        controller.fileArrived(file, source);
    }

    /** A file could not be read, or is none that could hold a network. */
    public void refuse(String name, String reason) {
        controller.fileRefused(name, reason);
    }

    /** Paints again, in the theme's colours of now. */
    public void repaint() {
        frame.request();
    }

    @Override
    public void fetchShipped() {
        server.file(SHIPPED_FILE, controller::shippedArrived, controller::shippedFailed);
    }

    @Override
    public void show() {
        frame.request();
    }

    private void listenToPen(HTMLElement canvas, Pen pen) {
        Script.script()
                .listenToPen(
                        canvas,
                        (x, y) -> {
                            pen.down();
                            controller.penDown(x, y);
                        },
                        controller::penMoved,
                        () -> {
                            pen.lifted();
                            controller.penLifted();
                        });
    }

    private void key(KeyboardEvent event) {
        if (Elements.isShortcut(event)) {
            return;
        }
        switch (event.getKey()) {
            case "u", "U", "Backspace" -> controller.undoWanted();
            case "c", "C" -> controller.clearWanted();
            default -> {
                return;
            }
        }
        event.preventDefault();
    }
}
