package feedforward.lesson.costs;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.page.Frame;
import feedforward.view.Elements;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the lesson's controller to the page's elements. */
public final class CostsSection implements CostsActions {
    private final Frame frame = new Frame(this::present);
    private final CostsController controller = new CostsController(this);
    private final CostsView view = new CostsView();
    private final LessonAddress address = new LessonAddress();
    private final Ticker ticker = new Ticker(controller::ticked);

    public CostsSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        HTMLInputElement prediction = field("costs-y");
        Elements.on(prediction, "input", event -> controller.predicted(Double.parseDouble(prediction.getValue())));
        Elements.on(field("costs-t0"), "change", event -> controller.targeted(0));
        Elements.on(field("costs-t1"), "change", event -> controller.targeted(1));
        HTMLInputElement start = field("costs-start");
        Elements.on(start, "input", event -> controller.started((float) Double.parseDouble(start.getValue())));
        HTMLInputElement rate = field("costs-rate");
        Elements.on(rate, "input", event -> controller.rateTyped(rate.getValue()));
        Elements.onClick("costs-play", controller::played);
        Elements.onClick("costs-step", controller::stepped);
        Elements.onClick("costs-reset", controller::reset);
        HTMLInputElement below = field("costs-below");
        Elements.onClick("costs-below-check", () -> controller.belowChecked(below.getValue()));
        HTMLInputElement factor = field("costs-factor");
        Elements.onClick("costs-factor-check", () -> controller.factorChecked(factor.getValue()));
        view.onPlace(controller::predicted);
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("costs");
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
        ticker.run(controller.state().running());
    }

    private static HTMLInputElement field(String role) {
        return (HTMLInputElement) Elements.role(role);
    }
}
