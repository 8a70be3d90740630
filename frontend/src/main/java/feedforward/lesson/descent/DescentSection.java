package feedforward.lesson.descent;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.page.Frame;
import feedforward.view.Elements;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the lesson's controller to the page's elements. */
public final class DescentSection implements DescentActions {
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final DescentController controller = new DescentController(this);
    private final DescentView view = new DescentView(controller::placed);
    private final Ticker ticker = new Ticker(controller::ticked);

    public DescentSection() {
        HTMLSelectElement model = (HTMLSelectElement) Elements.role("descent-model");
        HTMLInputElement rate = (HTMLInputElement) Elements.role("descent-rate");
        HTMLInputElement limit = (HTMLInputElement) Elements.role("descent-limit");
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        Elements.on(model, "change", event -> controller.modelChosen(model.getValue()));
        Elements.on(rate, "input", event -> controller.rateTyped(rate.getValue()));
        Elements.on(Elements.role("descent-plot"), "keydown", event -> {
            KeyboardEvent key = (KeyboardEvent) event;
            if (!Elements.isShortcut(key) && controller.keyPressed(key.getKey())) {
                event.preventDefault();
            }
        });
        Elements.onClick("descent-play", controller::played);
        Elements.onClick("descent-step", controller::stepped);
        Elements.onClick("descent-reset", controller::reset);
        Elements.onClick("descent-limit-check", () -> controller.limitChecked(limit.getValue()));
        Elements.onClick("descent-flat-check", () -> controller.flatChosen(chosen()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("descent");
    }

    private void present() {
        view.show(controller.state(), controller.surface());
        address.remember(controller.link());
        ticker.run(controller.state().running());
    }

    private static String chosen() {
        HTMLElement choice = Window.current().getDocument().querySelector("[name=descent-flat]:checked");
        return choice == null ? "" : ((HTMLInputElement) choice).getValue();
    }
}
