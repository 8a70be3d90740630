package feedforward.lesson;

import feedforward.device.HeapDevice;
import feedforward.lesson.batching.BatchingSection;
import feedforward.lesson.curve.CurveSection;
import feedforward.lesson.descent.DescentSection;
import feedforward.lesson.layers.LayersSection;
import feedforward.lesson.line.LineSection;
import feedforward.view.Elements;
import org.teavm.jso.browser.Window;

/** Starts the lesson that the page is about, if it is about one. */
public final class CourseMain {
    private CourseMain() {}

    public static void main(String[] args) {
        start(Window.current().getDocument().getDocumentElement().getAttribute("data-lesson"));
        Elements.state(Elements.role("device-badge"), "ready");
        Elements.text("device-name", new HeapDevice().name());
    }

    private static void start(String lesson) {
        switch (lesson) {
            case "index" -> {}
            case "batching" -> new BatchingSection();
            case "descent" -> new DescentSection();
            case "layers" -> new LayersSection();
            case "line" -> new LineSection();
            case "curve" -> new CurveSection();
            default -> throw new IllegalStateException("Course: expected a lesson of this program but was " + lesson);
        }
    }
}
