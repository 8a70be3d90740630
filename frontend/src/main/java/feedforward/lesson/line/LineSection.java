package feedforward.lesson.line;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.page.Frame;
import feedforward.view.Elements;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the lesson's controller to the page's elements. */
public final class LineSection implements LineActions {
    private final LineController controller = new LineController(this);
    private final LineView view = new LineView();
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(controller::ticked);

    public LineSection() {
        HTMLInputElement slope = (HTMLInputElement) Elements.role("line-m");
        HTMLInputElement height = (HTMLInputElement) Elements.role("line-b");
        HTMLInputElement rate = (HTMLInputElement) Elements.role("line-rate");
        HTMLInputElement ratio = (HTMLInputElement) Elements.role("line-ratio");
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        Elements.on(
                slope,
                "input",
                event -> controller.placed(number(slope), controller.state().b()));
        Elements.on(
                height, "input", event -> controller.placed(controller.state().m(), number(height)));
        Elements.on(rate, "input", event -> controller.rateTyped(rate.getValue()));
        Elements.onClick("line-play", controller::played);
        Elements.onClick("line-step", controller::stepped);
        Elements.onClick("line-reset", controller::reset);
        Elements.onClick("line-check", controller::lineChecked);
        Elements.onClick("line-ratio-check", () -> controller.ratioChecked(ratio.getValue()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("line");
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
        ticker.run(controller.state().running());
    }

    private static float number(HTMLInputElement slider) {
        return (float) Double.parseDouble(slider.getValue());
    }
}
