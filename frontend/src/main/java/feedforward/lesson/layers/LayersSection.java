package feedforward.lesson.layers;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.page.Frame;
import feedforward.view.Elements;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the lesson's controller to the page's elements. */
public final class LayersSection implements LayersActions {
    private final LayersController controller = new LayersController(this);
    private final LayersView view = new LayersView(controller);
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(controller::ticked);

    public LayersSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        for (int i = 0; i < LayersState.MOST_LAYERS; i++) {
            listenToSliders(i);
        }
        HTMLSelectElement activation = (HTMLSelectElement) Elements.role("layers-activation");
        Elements.on(activation, "change", event -> controller.activationChosen(activation.getValue()));
        Elements.onClick("layers-more", controller::layerAdded);
        Elements.onClick("layers-fewer", controller::layerRemoved);
        Elements.onClick("layers-play", controller::played);
        Elements.onClick("layers-step", controller::stepped);
        Elements.onClick("layers-reset", controller::reset);
        Elements.onClick(
                "layers-count-check",
                () -> controller.countsChecked(
                        typed("layers-count-1"), typed("layers-count-2"), typed("layers-count-3")));
        Elements.onClick(
                "layers-compose-check",
                () -> controller.lineChecked(typed("layers-compose-m"), typed("layers-compose-b")));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("layers");
    }

    private void listenToSliders(int layer) {
        HTMLInputElement slope = (HTMLInputElement) Elements.role("layers-m-" + (layer + 1));
        HTMLInputElement offset = (HTMLInputElement) Elements.role("layers-b-" + (layer + 1));
        Elements.on(slope, "input", event -> controller.slopeMoved(layer, number(slope)));
        Elements.on(offset, "input", event -> controller.offsetMoved(layer, number(offset)));
    }

    private void present() {
        view.show(controller.state());
        address.remember(LayersLink.of(controller.state()));
        ticker.run(controller.state().running());
    }

    private static String typed(String role) {
        return ((HTMLInputElement) Elements.role(role)).getValue();
    }

    private static float number(HTMLInputElement slider) {
        return (float) Double.parseDouble(slider.getValue());
    }
}
