package feedforward.lesson.curve;

import feedforward.device.HeapDevice;
import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.page.Frame;
import feedforward.view.Elements;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;

/** Joins the lesson's controller to the page's elements. */
public final class CurveSection implements CurveActions {
    private static final double SMALL = 0.005;
    private static final double LARGE = 0.05;

    private final CurveController controller = new CurveController(this, new HeapDevice(), System::nanoTime);
    private final CurveEditor editor = controller.editor();
    private final CurveView view = new CurveView();
    private final CurvePlotView plot = new CurvePlotView();
    private final CurveUnitsView units = new CurveUnitsView();
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(controller::ticked);

    public CurveSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        CurveShown shown = CurveShown.read(link);
        for (CurveShown.Model model : CurveShown.Model.values()) {
            HTMLInputElement box = box(model);
            box.setChecked(shown.models().contains(model));
            Elements.on(box, "change", event -> frame.request());
        }
        Elements.text("lesson-notice", link.trouble());
        listenToKnobs();
        listenToPoints();
        Elements.onClick("curve-parameters-check", () -> controller.parametersChecked(value("curve-parameters")));
        Elements.onClick("curve-trained-check", controller::trainedChecked);
        Elements.onClick("curve-noise-check", () -> controller.noiseChecked(chosenOption()));
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("curve");
    }

    private void present() {
        CurveState state = controller.state();
        view.show(state);
        plot.show(state);
        units.show(state, unit(state));
        address.remember(shown().in(controller.link()));
        ticker.run(state.moving());
    }

    private void listenToKnobs() {
        Elements.onClick("curve-play", controller::played);
        Elements.onClick("curve-step", controller::stepped);
        Elements.onClick("curve-reset", controller::reset);
        Elements.onClick("curve-course", controller::courseWanted);
        Elements.onClick("curve-try-one", () -> tried(1, "0.9"));
        Elements.onClick("curve-try-three", () -> tried(3, "0.9"));
        Elements.onClick("curve-try-rate", () -> tried(100, "5"));
        onInput("curve-hidden", text -> controller.hiddenChosen(Integer.parseInt(text)));
        onInput("curve-rate", controller::rateTyped);
        onInput("curve-goal", controller::goalTyped);
        onInput("curve-seed", controller::seedTyped);
        HTMLSelectElement speed = (HTMLSelectElement) Elements.role("curve-speed");
        Elements.on(speed, "input", event -> controller.speedChosen(speed.getValue()));
        onInput("curve-unit", text -> frame.request());
    }

    /** The figure may be far above. */
    private void tried(int units, String rate) {
        controller.tried(units, rate);
        Elements.role("curve-figure").scrollIntoView();
    }

    private void listenToPoints() {
        plot.onPen(editor::penDown, editor::penMoved, editor::penLifted);
        Elements.on(Elements.role("curve-plot"), "keydown", event -> key((KeyboardEvent) event));
        Elements.onClick("curve-add", editor::addWanted);
        Elements.onClick("curve-remove", editor::removeWanted);
        Elements.onClick("curve-points", controller::coursePointsWanted);
    }

    private void key(KeyboardEvent event) {
        if (Elements.isShortcut(event)) {
            return;
        }
        double far = event.isShiftKey() ? LARGE : SMALL;
        switch (event.getKey()) {
            case "ArrowLeft" -> editor.pointMoved(-far, 0);
            case "ArrowRight" -> editor.pointMoved(far, 0);
            case "ArrowUp" -> editor.pointMoved(0, far);
            case "ArrowDown" -> editor.pointMoved(0, -far);
            case "n", "N" -> editor.chosenMoved(1);
            case "p", "P" -> editor.chosenMoved(-1);
            case "a", "A" -> editor.addWanted();
            case "Delete", "Backspace" -> editor.removeWanted();
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    /** The unit that is shown by itself; the slider ends with the last. */
    private static int unit(CurveState state) {
        HTMLElement slider = Elements.role("curve-unit");
        Elements.attribute(slider, "max", Integer.toString(state.now().hidden()));
        Elements.text("curve-unit-value", value("curve-unit"));
        return Integer.parseInt(value("curve-unit")) - 1;
    }

    /** The style sheet hides what is not checked. */
    private static HTMLInputElement box(CurveShown.Model model) {
        return (HTMLInputElement) Elements.role("curve-shows-" + model.id());
    }

    private static CurveShown shown() {
        EnumSet<CurveShown.Model> models = EnumSet.noneOf(CurveShown.Model.class);
        for (CurveShown.Model model : CurveShown.Model.values()) {
            if (box(model).isChecked()) {
                models.add(model);
            }
        }
        return new CurveShown(models);
    }

    private static String chosenOption() {
        HTMLElement chosen = Window.current().getDocument().querySelector("input[name=curve-noise]:checked");
        return chosen == null ? "" : ((HTMLInputElement) chosen).getValue();
    }

    private static void onInput(String role, Consumer<String> heard) {
        Elements.on(Elements.role(role), "input", event -> heard.accept(value(role)));
    }

    private static String value(String role) {
        return ((HTMLInputElement) Elements.role(role)).getValue();
    }
}
