package feedforward.page;

import feedforward.view.Elements;

/** The badge in a page's header: on what the page computes. */
public final class DeviceBadge {
    private DeviceBadge() {}

    /** @param device as programs call it, see {@link DeviceWords#of} */
    public static void show(String device, int threads) {
        DeviceWords words = DeviceWords.of(device);
        Elements.state(Elements.role("device-badge"), "ready");
        Elements.text("device-name", words.on(threads));
        Elements.attribute(Elements.role("device-badge"), "title", words.meaning());
    }
}
