package feedforward.page.draw;

import feedforward.browser.Script;
import feedforward.device.Device;
import feedforward.draw.DrawFigure;
import feedforward.page.Pen;
import feedforward.view.Elements;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The front page's drawing, read by the shipped network or one from a file. */
public final class DrawSection {
    /** No network that runs in a page comes near: 64 million weights. */
    private static final int LARGEST_FILE = 256 << 20;

    private final DrawFigure figure;

    /** @param pen told of every stroke */
    public DrawSection(Device device, Pen pen) {
        figure = new DrawFigure(device, pen, new NetworkView()::show);
        Elements.onClick("network-shipped", figure::useShipped);
        Script.script()
                .listenToFile(
                        (HTMLInputElement) Elements.role("network-file"),
                        LARGEST_FILE,
                        (name, bytes) -> use(bytes.copyToJavaArray(), name),
                        figure::refuse);
        figure.useShipped();
    }

    /** Lets the network in a safetensors file answer from now on; says why if it cannot. */
    public void use(byte[] file, String source) {
        figure.use(file, source);
    }

    /** Paints again, in the theme's colours of now. */
    public void repaint() {
        figure.repaint();
    }
}
