package feedforward.lesson;

import feedforward.device.HeapDevice;
import feedforward.lesson.backprop.BackpropSection;
import feedforward.lesson.batching.BatchingSection;
import feedforward.lesson.curve.CurveSection;
import feedforward.lesson.descent.DescentSection;
import feedforward.lesson.gradient.GradientSection;
import feedforward.lesson.digits.DigitsSection;
import feedforward.lesson.evaluation.EvaluationSection;
import feedforward.lesson.layers.LayersSection;
import feedforward.lesson.learner.LearnerSection;
import feedforward.lesson.line.LineSection;
import feedforward.lesson.loop.LoopSection;
import feedforward.lesson.playground.PlaygroundSection;
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
            case "backprop" -> new BackpropSection();
            case "gradient" -> new GradientSection();
            case "loop" -> new LoopSection();
            case "curve" -> new CurveSection();
            case "playground" -> new PlaygroundSection();
            case "digits" -> new DigitsSection();
            case "learner" -> new LearnerSection();
            case "evaluation" -> new EvaluationSection();
            default -> throw new IllegalStateException("Course: expected a lesson of this program but was " + lesson);
        }
    }
}
