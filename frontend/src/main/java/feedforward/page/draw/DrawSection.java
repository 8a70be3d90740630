package feedforward.page.draw;

import feedforward.browser.Script;
import feedforward.device.Device;
import feedforward.page.Frame;
import feedforward.page.Pen;
import feedforward.page.ServerApi;
import feedforward.view.Elements;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the draw section's controller to canvas, pen, keyboard and files. */
public final class DrawSection implements DrawActions {
    private static final String SHIPPED = "/models/mnist-small-f16/weights.safetensors";
    /** No network that runs in a page comes near: 64 million weights. */
    private static final int LARGEST_FILE = 256 << 20;

    private final ServerApi server = new ServerApi();
    private final DrawController controller;
    private final DrawView view = new DrawView();
    private final Frame frame;

    /** @param pen told of every stroke */
    public DrawSection(Device device, Pen pen) {
        controller = new DrawController(device, this);
        frame = new Frame(() -> view.show(controller.state()));
        HTMLElement canvas = Elements.role("draw-canvas");
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
        Elements.onClick("draw-undo", controller::undoWanted);
        Elements.onClick("draw-clear", controller::clearWanted);
        Elements.on(canvas, "keydown", event -> key((KeyboardEvent) event));
        Elements.onClick("network-shipped", controller::shippedWanted);
        Script.script()
                .listenToFile(
                        (HTMLInputElement) Elements.role("network-file"),
                        LARGEST_FILE,
                        (name, bytes) -> use(bytes.copyToJavaArray(), name),
                        controller::fileRefused);
        controller.shippedWanted();
    }

    /** Lets the network in a safetensors file answer from now on; says why if it cannot. */
    public void use(byte[] file, String source) {
        controller.fileArrived(file, source);
    }

    /** Paints again, in the theme's colours of now. */
    public void repaint() {
        frame.request();
    }

    @Override
    public void fetchShipped() {
        server.file(SHIPPED, controller::shippedArrived, controller::shippedFailed);
    }

    @Override
    public void show() {
        frame.request();
    }

    private void key(KeyboardEvent event) {
        if (event.isCtrlKey() || event.isAltKey() || event.isMetaKey()) {
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
