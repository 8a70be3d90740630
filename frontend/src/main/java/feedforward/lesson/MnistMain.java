package feedforward.lesson;

import feedforward.lesson.digits.DigitsSection;
import feedforward.lesson.evaluation.EvaluationSection;
import feedforward.lesson.gradient.GradientSection;
import feedforward.lesson.learner.LearnerSection;
import feedforward.lesson.loop.LoopSection;

/** Starts a lesson with MNIST, as a program of its own, so that the others need not carry the worker and the drawing. */
public final class MnistMain {
    private MnistMain() {}

    public static void main(String[] args) {
        start(CoursePage.lesson());
        CoursePage.started();
    }

    private static void start(String lesson) {
        switch (lesson) {
            case "digits" -> new DigitsSection();
            case "evaluation" -> new EvaluationSection();
            case "gradient" -> new GradientSection();
            case "learner" -> new LearnerSection();
            case "loop" -> new LoopSection();
            default -> throw CoursePage.unknown(lesson);
        }
    }
}
