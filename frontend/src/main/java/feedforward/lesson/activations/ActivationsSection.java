package feedforward.lesson.activations;

import feedforward.course.ActivationFunction;
import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.page.Frame;
import feedforward.view.Elements;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the lesson's controller to the gallery, the plots and the slider. */
public final class ActivationsSection implements ActivationsActions {
    private final ActivationsController controller = new ActivationsController(this);
    private final ActivationsView view = new ActivationsView();
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);

    public ActivationsSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        for (ActivationFunction function : ActivationFunction.values()) {
            Elements.on(
                    Elements.role("activations-" + function.id()), "change", event -> controller.chosen(function.id()));
        }
        HTMLInputElement place = (HTMLInputElement) Elements.role("activations-z");
        Elements.on(place, "input", event -> controller.placed(Double.parseDouble(place.getValue())));
        view.onPlace(controller::placed);
        Elements.onClick("activations-reset", controller::reset);
        Elements.onClick("activations-slope-check", controller::slopeChecked);
        HTMLInputElement layers = (HTMLInputElement) Elements.role("activations-layers");
        Elements.onClick("activations-layers-check", () -> controller.layersChecked(layers.getValue()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("activations");
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
    }
}
