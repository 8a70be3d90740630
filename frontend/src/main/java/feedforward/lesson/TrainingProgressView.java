package feedforward.lesson;

import feedforward.lesson.TrainingProgress.Phase;
import feedforward.view.Elements;
import feedforward.view.Numbers;

/** Shows a {@link TrainingProgress}. */
public final class TrainingProgressView {
    private TrainingProgressView() {}

    /**
     * @param lesson with which the roles of the elements begin
     * @param start what the main button says before a training
     */
    public static void show(String lesson, String start, TrainingProgress progress) {
        Elements.text(lesson + "-play", progress.phase().button(start));
        Elements.attribute(Elements.role(lesson + "-progress"), "value", Numbers.fixed(progress.part(), 3));
        String message = lesson + "-message";
        Elements.state(Elements.role(message), progress.phase() == Phase.FAILED ? "failed" : "open");
        Elements.live(message, progress.message(), progress.counting());
        Elements.text(lesson + "-epoch", Numbers.fixed(progress.epochsDone(), 1));
    }
}
