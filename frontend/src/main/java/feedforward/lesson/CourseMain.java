package feedforward.lesson;

import feedforward.lesson.activations.ActivationsSection;
import feedforward.lesson.backprop.BackpropSection;
import feedforward.lesson.batching.BatchingSection;
import feedforward.lesson.costs.CostsSection;
import feedforward.lesson.curve.CurveSection;
import feedforward.lesson.descent.DescentSection;
import feedforward.lesson.layers.LayersSection;
import feedforward.lesson.line.LineSection;
import feedforward.lesson.logistic.LogisticSection;
import feedforward.lesson.network.NetworkSection;
import feedforward.lesson.playground.PlaygroundSection;
import feedforward.lesson.softmax.SoftmaxSection;

/** Starts the lesson that the page is about, if it is about one; those with MNIST are {@link MnistMain}'s. */
public final class CourseMain {
    private CourseMain() {}

    public static void main(String[] args) {
        start(CoursePage.lesson());
        CoursePage.started();
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
            case "layers" -> new LayersSection();
            case "logistic" -> new LogisticSection();
            case "line" -> new LineSection();
            case "network" -> new NetworkSection();
            case "playground" -> new PlaygroundSection();
            case "softmax" -> new SoftmaxSection();
            default -> throw CoursePage.unknown(lesson);
        }
    }
}
