package feedforward.lesson.logistic;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.page.Frame;
import feedforward.view.Elements;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the lesson's controller to the page's elements. */
public final class LogisticSection implements LogisticActions {
    private final LogisticController controller = new LogisticController(this);
    private final LogisticView view = new LogisticView(controller);
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(controller::ticked);

    public LogisticSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        HTMLInputElement slope = (HTMLInputElement) Elements.role("logistic-m");
        HTMLInputElement offset = (HTMLInputElement) Elements.role("logistic-b");
        Elements.on(
                slope,
                "input",
                event -> controller.placed(
                        number("logistic-m"), controller.state().b()));
        Elements.on(
                offset, "input", event -> controller.placed(controller.state().m(), number("logistic-b")));
        Elements.onClick("logistic-play", controller::played);
        Elements.onClick("logistic-step", controller::stepped);
        Elements.onClick("logistic-reset", controller::reset);
        Elements.onClick(
                "logistic-limits-check",
                () -> controller.limitsChecked(
                        typed("logistic-limit-zero"), typed("logistic-limit-right"), typed("logistic-limit-left")));
        Elements.onClick("logistic-middle-check", () -> controller.middleChecked(typed("logistic-middle")));
        Elements.onClick("logistic-better-check", () -> controller.betterChosen(chosen()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("logistic");
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
        ticker.run(controller.state().running());
    }

    private static String typed(String role) {
        return ((HTMLInputElement) Elements.role(role)).getValue();
    }

    private static double number(String role) {
        return Double.parseDouble(typed(role));
    }

    private static String chosen() {
        HTMLElement choice = Window.current().getDocument().querySelector("[name=logistic-better]:checked");
        return choice == null ? "" : ((HTMLInputElement) choice).getValue();
    }
}
