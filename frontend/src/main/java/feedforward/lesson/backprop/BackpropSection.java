package feedforward.lesson.backprop;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.page.Frame;
import feedforward.view.Elements;
import feedforward.view.NetworkListener;
import feedforward.view.NetworkPart;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the lesson's controller to the page's elements. */
public final class BackpropSection implements BackpropActions, NetworkListener {
    private final BackpropController controller = new BackpropController(this);
    private final BackpropView view = new BackpropView(this);
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(controller::ticked);

    public BackpropSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        Elements.onClick("backprop-step", controller::stepped);
        Elements.onClick("backprop-back", controller::steppedBack);
        Elements.onClick("backprop-play", controller::played);
        Elements.onClick("backprop-reset", controller::reset);
        Elements.onClick("backprop-new", controller::newWeightsWanted);
        Elements.on(Elements.role("backprop-figure"), "keydown", event -> keyPressed((KeyboardEvent) event));
        listenToKnobs();
        HTMLInputElement slope = (HTMLInputElement) Elements.role("backprop-slope");
        Elements.onClick("backprop-check-slope", () -> controller.slopeChecked(slope.getValue()));
        frame.request();
    }

    private void listenToKnobs() {
        HTMLInputElement x1 = (HTMLInputElement) Elements.role("backprop-x1");
        HTMLInputElement x2 = (HTMLInputElement) Elements.role("backprop-x2");
        HTMLSelectElement target = (HTMLSelectElement) Elements.role("backprop-class");
        HTMLSelectElement weight = (HTMLSelectElement) Elements.role("backprop-weight");
        HTMLInputElement value = (HTMLInputElement) Elements.role("backprop-value");
        Elements.on(x1, "input", event -> controller.placed(number(x1), number(x2)));
        Elements.on(x2, "input", event -> controller.placed(number(x1), number(x2)));
        Elements.on(target, "change", event -> controller.classChosen(Integer.parseInt(target.getValue())));
        Elements.on(weight, "change", event -> controller.weightChosen(Integer.parseInt(weight.getValue())));
        Elements.on(value, "input", event -> controller.weightTyped(value.getValue()));
    }

    @Override
    public void chosen(NetworkPart part) {
        PictureOfTrace.parameter(part).ifPresent(controller::weightChosen);
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("backprop");
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
        ticker.run(controller.state().playing());
    }

    private void keyPressed(KeyboardEvent event) {
        if (Elements.isShortcut(event) || isText(event)) {
            return;
        }
        if (event.getKey().equals("n")) {
            controller.stepped();
        } else if (event.getKey().equals("b")) {
            controller.steppedBack();
        }
    }

    /** Whether the key was typed into a field, where letters mean themselves. */
    private static boolean isText(Event event) {
        HTMLElement target = (HTMLElement) event.getTarget();
        String tag = target.getTagName();
        return tag.equals("SELECT") || tag.equals("INPUT") && "text".equals(target.getAttribute("type"));
    }

    private static double number(HTMLInputElement slider) {
        return Double.parseDouble(slider.getValue());
    }
}
