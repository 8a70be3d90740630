package feedforward.lesson.softmax;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.page.Frame;
import feedforward.view.Elements;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the lesson's controller to sliders and buttons. */
public final class SoftmaxSection implements SoftmaxActions {
    private final SoftmaxController controller = new SoftmaxController(this);
    private final SoftmaxView view = new SoftmaxView();
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);

    public SoftmaxSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        for (int i = 0; i < SoftmaxState.FIRST.size(); i++) {
            int index = i;
            HTMLInputElement slider = field("softmax-z" + (i + 1));
            Elements.on(slider, "input", event -> controller.scored(index, number(slider)));
        }
        for (int i = 0; i < SoftmaxState.FIRST_PAIR.size(); i++) {
            int index = i;
            HTMLInputElement slider = field("softmax-pair" + (i + 1));
            Elements.on(slider, "input", event -> controller.paired(index, number(slider)));
        }
        HTMLInputElement temperature = field("softmax-temperature");
        Elements.on(temperature, "input", event -> controller.heated(number(temperature)));
        Elements.onClick("softmax-raise", () -> controller.shifted(1));
        Elements.onClick("softmax-lower", () -> controller.shifted(-1));
        Elements.onClick("softmax-reset", controller::reset);
        HTMLInputElement twice = field("softmax-twice");
        Elements.onClick("softmax-twice-check", () -> controller.twiceChecked(twice.getValue()));
        HTMLInputElement large = field("softmax-large");
        Elements.onClick("softmax-large-check", () -> controller.largeChecked(large.getValue()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("softmax");
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
    }

    private static HTMLInputElement field(String role) {
        return (HTMLInputElement) Elements.role(role);
    }

    private static float number(HTMLInputElement slider) {
        return (float) Double.parseDouble(slider.getValue());
    }
}
