package feedforward.lesson;

import feedforward.device.HeapDevice;
import feedforward.lesson.activations.ActivationsSection;
import feedforward.lesson.backprop.BackpropSection;
import feedforward.lesson.batching.BatchingSection;
import feedforward.lesson.costs.CostsSection;
import feedforward.lesson.curve.CurveSection;
import feedforward.lesson.descent.DescentSection;
import feedforward.lesson.digits.DigitsSection;
import feedforward.lesson.evaluation.EvaluationSection;
import feedforward.lesson.gradient.GradientSection;
import feedforward.lesson.layers.LayersSection;
import feedforward.lesson.learner.LearnerSection;
import feedforward.lesson.line.LineSection;
import feedforward.lesson.logistic.LogisticSection;
import feedforward.lesson.loop.LoopSection;
import feedforward.lesson.network.NetworkSection;
import feedforward.lesson.playground.PlaygroundSection;
import feedforward.lesson.softmax.SoftmaxSection;
import feedforward.page.DeviceWords;
import feedforward.view.Elements;
import org.teavm.jso.browser.Window;

/** Starts the lesson that the page is about, if it is about one. */
public final class CourseMain {
    private CourseMain() {}

    public static void main(String[] args) {
        start(Window.current().getDocument().getDocumentElement().getAttribute("data-lesson"));
        Elements.state(Elements.role("device-badge"), "ready");
        DeviceWords words = DeviceWords.of(new HeapDevice().name());
        Elements.text("device-name", words.on(1));
        Elements.attribute(Elements.role("device-badge"), "title", words.meaning());
    }

    private static void start(String lesson) {
        switch (lesson) {
            case "index" -> {}
            case "activations" -> new ActivationsSection();
            case "backprop" -> new BackpropSection();
            case "batching" -> new BatchingSection();
            case "costs" -> new CostsSection();
            case "curve" -> new CurveSection();
            case "descent" -> new DescentSection();
            case "digits" -> new DigitsSection();
            case "evaluation" -> new EvaluationSection();
            case "gradient" -> new GradientSection();
            case "layers" -> new LayersSection();
            case "learner" -> new LearnerSection();
            case "logistic" -> new LogisticSection();
            case "line" -> new LineSection();
            case "loop" -> new LoopSection();
            case "network" -> new NetworkSection();
            case "playground" -> new PlaygroundSection();
            case "softmax" -> new SoftmaxSection();
            default -> throw new IllegalStateException("Course: expected a lesson of this program but was " + lesson);
        }
    }
}
