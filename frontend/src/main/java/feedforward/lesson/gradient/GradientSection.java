package feedforward.lesson.gradient;

import feedforward.course.GradientReferee;
import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.lesson.TrainingProgress.Phase;
import feedforward.page.Frame;
import feedforward.view.Elements;
import feedforward.worker.MnistSource;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the lesson's controllers to the page's elements and to the digits. */
public final class GradientSection implements GradientActions {
    private final GradientController formula = new GradientController(this);
    private final RaceController race = new RaceController(this, System::currentTimeMillis);
    private final GradientView formulaView = new GradientView(formula::pieceChosen);
    private final RaceView raceView = new RaceView();
    private final MnistSource digits = new MnistSource(race.run()::loading);
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(race.run()::ticked);

    public GradientSection() {
        LessonLink link = LessonAddress.opened();
        formula.opened(link);
        race.opened(link);
        Elements.text("lesson-notice", link.trouble());
        Elements.onClick("gradient-check", formula::checked);
        Elements.onClick("gradient-undo", formula::lastTakenOut);
        Elements.onClick("gradient-clear", formula::cleared);
        Elements.onClick("gradient-notebook", formula::notebookWanted);
        Elements.on(
                Elements.role("gradient-of-weights"), "change", event -> formula.ofChosen(GradientReferee.Of.WEIGHTS));
        Elements.on(
                Elements.role("gradient-of-biases"), "change", event -> formula.ofChosen(GradientReferee.Of.BIASES));
        HTMLSelectElement example = (HTMLSelectElement) Elements.role("gradient-example");
        Elements.on(example, "change", event -> formula.exampleChosen(Integer.parseInt(example.getValue())));
        Elements.onClick("gradient-play", race.run()::played);
        Elements.onClick("gradient-reset", race::reset);
        HTMLInputElement epochs = (HTMLInputElement) Elements.role("gradient-epochs");
        Elements.on(epochs, "input", event -> race.epochsTyped(epochs.getValue()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("gradient");
    }

    @Override
    public void fetchDigits() {
        digits.ask(race.run()::arrived, race.run()::failed);
    }

    private void present() {
        formulaView.show(formula.state());
        raceView.show(race.state());
        address.remember(race.link(formula.link(LessonLink.empty())));
        ticker.run(race.run().progress().phase() == Phase.RUNNING);
    }
}
