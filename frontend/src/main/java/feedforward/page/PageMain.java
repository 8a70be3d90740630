package feedforward.page;

import feedforward.device.Device;
import feedforward.device.HeapDevice;
import feedforward.page.draw.DrawSection;
import feedforward.page.train.TrainSection;
import feedforward.view.Elements;
import org.teavm.jso.browser.Window;

/** Starts the page: chooses the device, then gives each section its life. */
public final class PageMain {
    private PageMain() {}

    public static void main(String[] args) {
        Device device = new HeapDevice();
        DrawSection draw = new DrawSection(device);
        TrainSection train = new TrainSection(file -> draw.use(file, "trained here"));
        Window.current().getDocument().addEventListener("themechange", event -> {
            draw.repaint();
            train.repaint();
        });
        Elements.state(Elements.role("device-badge"), "ready");
        Elements.text("device-name", device.name());
        Elements.text("device-name-footer", device.name());
    }
}
