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
        Pen pen = new Pen();
        DrawSection draw = new DrawSection(device, pen);
        TrainSection train = new TrainSection((file, trainedBy) -> draw.use(file, trainedBy.source()), pen);
        Window.current().getDocument().addEventListener("themechange", event -> {
            draw.repaint();
            train.repaint();
        });
        DeviceBadge.show(device.name(), 1);
        DeviceWords words = DeviceWords.of(device.name());
        Elements.text("device-name-footer", words.on(1) + ". " + words.meaning());
    }
}
