package feedforward.lesson.batching;

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
public final class BatchingSection implements BatchingActions {
    private final BatchingController controller = new BatchingController(this, System::nanoTime);
    private final BatchingView view = new BatchingView();
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(controller::ticked);

    public BatchingSection() {
        HTMLInputElement rate = (HTMLInputElement) Elements.role("batching-rate");
        HTMLInputElement mini = (HTMLInputElement) Elements.role("batching-mini");
        HTMLInputElement ofMini = (HTMLInputElement) Elements.role("batching-updates-mini");
        HTMLInputElement ofSingle = (HTMLInputElement) Elements.role("batching-updates-single");
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        Elements.on(rate, "input", event -> controller.rateTyped(rate.getValue()));
        Elements.on(mini, "input", event -> controller.miniTyped(mini.getValue()));
        Elements.onClick("batching-play", controller::played);
        Elements.onClick("batching-step", controller::stepped);
        Elements.onClick("batching-order", controller::newOrderWanted);
        Elements.onClick("batching-reset", controller::reset);
        Elements.onClick(
                "batching-updates-check", () -> controller.updatesChecked(ofMini.getValue(), ofSingle.getValue()));
        Elements.onClick("batching-floor-check", () -> controller.floorChosen(chosen()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("batching");
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
        ticker.run(controller.state().running());
    }

    private static String chosen() {
        HTMLElement choice = Window.current().getDocument().querySelector("[name=batching-floor]:checked");
        return choice == null ? "" : ((HTMLInputElement) choice).getValue();
    }
}
