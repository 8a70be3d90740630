package feedforward.lesson.loop;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.lesson.TrainingProgress.Phase;
import feedforward.lesson.loop.TrainingState.Knobs;
import feedforward.page.Frame;
import feedforward.view.Elements;
import feedforward.worker.MnistSource;
import java.util.List;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the lesson's controllers to the page's elements and to the digits. */
public final class LoopSection implements LoopActions {
    private final LoopController exercises = new LoopController(this);
    private final TrainingController training = new TrainingController(this, System::currentTimeMillis);
    private final LoopView exercisesView = new LoopView(exercises::stepChosen, exercises::stepTakenOut);
    private final TrainingView trainingView = new TrainingView();
    private final MnistSource digits = new MnistSource(training.run()::loading);
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(training.run()::ticked);

    public LoopSection() {
        LessonLink link = LessonAddress.opened();
        exercises.opened(link);
        training.opened(link);
        Elements.text("lesson-notice", link.trouble());
        Elements.onClick("loop-check", exercises::checked);
        Elements.onClick("loop-clear", exercises::cleared);
        Elements.onClick("loop-updates-check", () -> exercises.updatesChecked(text("loop-updates")));
        Elements.onClick("loop-play", training.run()::played);
        Elements.onClick("loop-reset", training::reset);
        Elements.on(Elements.role("loop-start"), "change", event -> training.turned(knobs()));
        for (String role : List.of("loop-rate", "loop-batch", "loop-epochs")) {
            Elements.on(Elements.role(role), "input", event -> training.turned(knobs()));
        }
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("loop");
    }

    @Override
    public void fetchDigits() {
        digits.ask(training.run()::arrived, training.run()::failed);
    }

    private void present() {
        exercisesView.show(exercises.state());
        trainingView.show(training.state());
        address.remember(training.link(exercises.link(LessonLink.empty())));
        ticker.run(training.run().progress().phase() == Phase.RUNNING);
    }

    private static Knobs knobs() {
        return new Knobs(
                ((HTMLSelectElement) Elements.role("loop-start")).getValue(),
                text("loop-rate"),
                text("loop-batch"),
                text("loop-epochs"));
    }

    private static String text(String role) {
        return ((HTMLInputElement) Elements.role(role)).getValue();
    }
}
