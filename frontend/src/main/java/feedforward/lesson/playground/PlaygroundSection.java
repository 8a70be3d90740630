package feedforward.lesson.playground;

import feedforward.browser.Script;
import feedforward.device.HeapDevice;
import feedforward.lesson.CourseProgress;
import feedforward.lesson.LessonAddress;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Ticker;
import feedforward.page.Frame;
import feedforward.view.Elements;
import feedforward.view.NetworkPart;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/** Joins the playground's controller to the page's elements. */
public final class PlaygroundSection implements PlaygroundActions {
    private final PlaygroundController controller =
            new PlaygroundController(this, new HeapDevice(), () -> System.nanoTime() / 1e6);
    private final PlaygroundView view = new PlaygroundView(new Picture(), this::chosen);
    private final PlaneCursorView cursor = new PlaneCursorView(controller::penDown);
    private final LessonAddress address = new LessonAddress();
    private final Frame frame = new Frame(this::present);
    private final Ticker ticker = new Ticker(controller::ticked);

    public PlaygroundSection() {
        LessonLink link = LessonAddress.opened();
        controller.opened(link);
        Elements.text("lesson-notice", link.trouble());
        listenToPoints();
        listenToTraining();
        listenToRun();
        Window.current().getDocument().addEventListener("themechange", event -> {
            view.themeChanged();
            frame.request();
        });
        frame.request();
    }

    @Override
    public void show() {
        frame.request();
    }

    @Override
    public void solved() {
        CourseProgress.progress().done("playground");
    }

    private void present() {
        PlaygroundState state = controller.state();
        view.show(state);
        cursor.enabled(state.settings().points().set().isEmpty());
        address.remember(controller.link());
        ticker.run(state.running() || state.replaying());
    }

    private void listenToPoints() {
        onChoice("playground-preset", id -> {
            if (!id.isEmpty()) {
                controller.presetChosen(Preset.valueOf(id.toUpperCase(Locale.ROOT)));
            }
        });
        onChoice("playground-set", id -> controller.pointsChanged(points -> points.withSet(id)));
        onChoice(
                "playground-count",
                text -> controller.pointsChanged(points -> points.withCount(Integer.parseInt(text))));
        onChoice(
                "playground-noise",
                text -> controller.pointsChanged(points -> points.withNoise(Integer.parseInt(text))));
        onChoice(
                "playground-share",
                text -> controller.pointsChanged(points -> points.withShare(Integer.parseInt(text))));
        Elements.onClick(
                "playground-data-seed",
                () -> controller.pointsChanged(points -> points.withSeed((points.seed() + 1) % 1_000_000)));
        onChoice("playground-brush", text -> controller.brushChosen(Integer.parseInt(text)));
        HTMLTextAreaElement csv = (HTMLTextAreaElement) Elements.role("playground-csv");
        Elements.on(csv, "input", event -> controller.csvTyped(csv.getValue()));
        Elements.onClick("playground-csv-use", controller::csvUsed);
        Script.script()
                .listenToPen(
                        Elements.role("playground-points"),
                        (x, y) -> controller.penDown(12 * x - PlanePoints.REACH, PlanePoints.REACH - 12 * y),
                        (x, y) -> {},
                        () -> {});
    }

    private void listenToTraining() {
        onChoice(
                "playground-optimiser",
                id -> controller.trainingChanged(
                        training -> training.with(Training.Method.valueOf(id.toUpperCase(Locale.ROOT)))));
        onChoice(
                "playground-start",
                id -> controller.trainingChanged(
                        training -> training.with(Training.Start.valueOf(id.toUpperCase(Locale.ROOT)))));
        onChoice("playground-batch", text -> controller.trainingChanged(training -> training.withBatch(text)));
        onChoice("playground-rate", controller::rateChosen);
        HTMLSelectElement l1 = (HTMLSelectElement) Elements.role("playground-l1");
        HTMLSelectElement l2 = (HTMLSelectElement) Elements.role("playground-l2");
        onChoice("playground-l1", text -> controller.penaltiesChosen(text, l2.getValue()));
        onChoice("playground-l2", text -> controller.penaltiesChosen(l1.getValue(), text));
        Elements.onClick("playground-layer-more", controller::layerAdded);
        Elements.onClick("playground-layer-fewer", controller::layerRemoved);
    }

    private void listenToRun() {
        Elements.onClick("playground-play", controller::played);
        Elements.onClick("playground-step", controller::stepped);
        Elements.onClick("playground-reset", controller::reset);
        Elements.onClick("playground-new-seed", controller::seeded);
        onChoice(
                "playground-speed",
                id -> controller.speedChosen(PlaygroundState.Speed.valueOf(id.toUpperCase(Locale.ROOT))));
        HTMLInputElement weight = (HTMLInputElement) Elements.role("playground-weight");
        Elements.on(Elements.role("playground-editor"), "submit", event -> {
            event.preventDefault();
            controller.weightTyped(weight.getValue());
        });
        HTMLInputElement copies = (HTMLInputElement) Elements.role("playground-copies");
        Elements.onClick("playground-copies-check", () -> controller.copiesChecked(copies.getValue()));
        Elements.onClick("playground-spiral-check", controller::spiralChecked);
    }

    /** A weight is chosen by its line, a bias by its unit; an input has none. */
    private Optional<Chosen> chosen(NetworkPart part) {
        PlaygroundState state = controller.state();
        String[][] labels = UnitPictures.labels(
                state.settings().layers(), state.settings().points().all().classes());
        if (!part.fits(labels)) {
            return Optional.empty();
        }
        if (part instanceof NetworkPart.Weight weight) {
            int index = weight.from() * labels[weight.column() + 1].length + weight.to();
            return Optional.of(new Chosen(2 * weight.column(), index, "Weight " + part.name(labels)));
        }
        NetworkPart.Unit unit = (NetworkPart.Unit) part;
        return unit.column() == 0
                ? Optional.empty()
                : Optional.of(new Chosen(2 * unit.column() - 1, unit.row(), "Bias of " + part.name(labels)));
    }

    private static void onChoice(String role, Consumer<String> action) {
        HTMLElement select = Elements.role(role);
        Elements.on(select, "change", event -> action.accept(((HTMLSelectElement) select).getValue()));
    }

    /** What the visitor does with the picture. */
    private final class Picture implements PlaygroundView.Listener {
        @Override
        public void changed(int place, HiddenLayer layer) {
            controller.layerChanged(place, layer);
        }

        @Override
        public void chosen(Chosen part) {
            controller.chosen(part);
        }

        @Override
        public void pointed() {
            frame.request();
        }
    }
}
