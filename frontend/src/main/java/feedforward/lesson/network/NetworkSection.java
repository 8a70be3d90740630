package feedforward.lesson.network;

import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.page.Frame;
import feedforward.view.Elements;
import feedforward.view.NetworkListener;
import feedforward.view.NetworkPart;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** Joins the lesson's controller to picture, equations and matrices. */
public final class NetworkSection implements NetworkActions {
    private final NetworkController controller = new NetworkController(this);
    private final NetworkView view = new NetworkView(new Pointer());
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);

    public NetworkSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        for (NetworkTerm term : NetworkTerm.values()) {
            listenTo(term);
        }
        listenToMatrix(0);
        listenToMatrix(1);
        Elements.onClick("network-examples-fewer", () -> controller.examples(-1));
        Elements.onClick("network-examples-more", () -> controller.examples(1));
        Elements.onClick("network-inputs-fewer", () -> controller.inputs(-1));
        Elements.onClick("network-inputs-more", () -> controller.inputs(1));
        Elements.onClick("network-hidden-fewer", () -> controller.hidden(-1));
        Elements.onClick("network-hidden-more", () -> controller.hidden(1));
        Elements.onClick("network-outputs-fewer", () -> controller.outputs(-1));
        Elements.onClick("network-outputs-more", () -> controller.outputs(1));
        Elements.onClick("network-reset", controller::reset);
        Elements.onClick("network-built-check", controller::builtChecked);
        HTMLInputElement count = (HTMLInputElement) Elements.role("network-count");
        Elements.onClick("network-count-check", () -> controller.countChecked(count.getValue()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("network");
    }

    private void listenTo(NetworkTerm term) {
        HTMLElement letter = Elements.role("network-" + term.id());
        NetworkSpot whole = new NetworkSpot.Whole(term);
        Elements.on(letter, "pointerenter", event -> controller.pointedAt(whole));
        Elements.on(letter, "focus", event -> controller.pointedAt(whole));
        Elements.on(letter, "pointerleave", event -> controller.left());
        Elements.on(letter, "blur", event -> controller.left());
        Elements.on(letter, "click", event -> controller.pinned(term));
    }

    private void listenToMatrix(int layer) {
        HTMLElement matrix = Elements.role("network-matrix-" + (layer + 1));
        Elements.on(
                matrix, "pointerover", event -> NetworkView.cell(layer, event).ifPresent(controller::pointedAt));
        Elements.on(matrix, "pointerleave", event -> controller.left());
    }

    private void present() {
        view.show(controller.state());
        address.remember(controller.link());
    }

    /** What is done with the picture. */
    private final class Pointer implements NetworkListener {
        @Override
        public void pointedAt(NetworkPart part) {
            controller.pointedAt(NetworkView.spot(part));
        }

        @Override
        public void left() {
            controller.left();
        }

        @Override
        public void chosen(NetworkPart part) {
            for (NetworkTerm term : NetworkTerm.values()) {
                if (NetworkView.isWhole(part, term)) {
                    controller.pinned(term);
                }
            }
        }
    }
}
