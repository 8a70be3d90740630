package feedforward.lesson;

import feedforward.device.HeapDevice;
import feedforward.page.DeviceWords;
import feedforward.view.Elements;
import org.teavm.jso.browser.Window;

/** What the programs of the course find on every page of it. */
final class CoursePage {
    private CoursePage() {}

    /** The lesson that the page is about, index if about none. */
    static String lesson() {
        return Window.current().getDocument().getDocumentElement().getAttribute("data-lesson");
    }

    /** Says that the page's program runs, and on which device. */
    static void started() {
        Elements.state(Elements.role("device-badge"), "ready");
        DeviceWords words = DeviceWords.of(new HeapDevice().name());
        Elements.text("device-name", words.on(1));
        Elements.attribute(Elements.role("device-badge"), "title", words.meaning());
    }

    static IllegalStateException unknown(String lesson) {
        return new IllegalStateException("Course: expected a lesson of this program but was " + lesson);
    }
}
