package feedforward.lesson.playground;

import feedforward.course.HealthMessage;
import feedforward.data.LabelledPoints;
import feedforward.lesson.Answers;
import feedforward.train.LossPoint;
import feedforward.view.Elements;
import feedforward.view.HeatColours;
import feedforward.view.LineChart;
import feedforward.view.NetworkListener;
import feedforward.view.NetworkPart;
import feedforward.view.NetworkPicture;
import feedforward.view.Numbers;
import feedforward.view.TableRows;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;
import org.teavm.jso.dom.html.HTMLSelectElement;
import org.teavm.jso.dom.html.HTMLTextAreaElement;

/** Shows a {@link PlaygroundState}. Mutable: knows which unit is pointed at, which is shown large. */
final class PlaygroundView {
    private static final String[] CLASS_TOKENS = {"--data", "--model", "--truth", "--class-3"};

    private final PlanePicture plane = new PlanePicture();
    private final UnitPictures units;
    private final LayerRows rows;
    private final LineChart chart = new LineChart(
            Elements.role("playground-losses"),
            "{\"x\":{\"label\":\"step\"},\"y\":{\"label\":\"loss\"},\"series\":["
                    + "{\"label\":\"Training\",\"colour\":\"--model\",\"width\":2.5},"
                    + "{\"label\":\"Test\",\"colour\":\"--ink-soft\",\"width\":2,\"dash\":[7,5]}]}");
    private final TableRows table = new TableRows(
            Elements.role("playground-loss-table"), step -> Numbers.count((long) step), PlaygroundView::loss);
    private HeatColours colours = HeatColours.inForce(CLASS_TOKENS);
    private Optional<NetworkPart.Unit> large = Optional.empty();
    private List<HealthMessage> healthShown = List.of();
    private Optional<Chosen> chosenShown = Optional.empty();
    private String csvShown = "";

    /** What a visitor does with the network's picture and its layers. */
    interface Listener extends LayerRows.Listener {
        void chosen(Chosen part);

        void pointed();
    }

    PlaygroundView(Listener listener, NetworkNames names) {
        rows = new LayerRows(Elements.role("playground-layers"), listener);
        units = new UnitPictures(new NetworkPicture(
                Elements.role("playground-network"), "The network", new NetworkListener() {
                    @Override
                    public void pointedAt(NetworkPart part) {
                        large = part instanceof NetworkPart.Unit unit ? Optional.of(unit) : Optional.empty();
                        listener.pointed();
                    }

                    @Override
                    public void left() {
                        large = Optional.empty();
                        listener.pointed();
                    }

                    @Override
                    public void chosen(NetworkPart part) {
                        names.chosen(part).ifPresent(listener::chosen);
                    }
                }));
    }

    /** What a part of the picture is among the network's parameters. */
    interface NetworkNames {
        Optional<Chosen> chosen(NetworkPart part);
    }

    void themeChanged() {
        colours = HeatColours.inForce(CLASS_TOKENS);
    }

    void show(PlaygroundState state) {
        showSettings(state);
        showRun(state);
        showPlane(state);
        showChosen(state);
        showHealth(state);
        showLosses(state);
        Answers.show("playground-copies-answer", state.copies());
        Answers.show("playground-spiral-answer", state.spiral());
    }

    private void showSettings(PlaygroundState state) {
        Settings now = state.now();
        PlanePoints points = now.points();
        Training training = now.training();
        rows.show(now.layers());
        Elements.enabled(Elements.role("playground-layer-more"), now.layers().size() < HiddenLayer.MOST_LAYERS);
        Elements.enabled(Elements.role("playground-layer-fewer"), !now.layers().isEmpty());
        select("playground-set", points.id());
        select("playground-count", Integer.toString(points.count()));
        select("playground-noise", Integer.toString(points.noise()));
        select("playground-share", Integer.toString(points.share()));
        select("playground-optimiser", training.method().id());
        select("playground-rate", training.rate());
        select("playground-batch", training.batch());
        select("playground-l1", training.l1());
        select("playground-l2", training.l2());
        select("playground-start", training.start().id());
        select("playground-speed", state.speed().id());
        select("playground-brush", Integer.toString(state.brush()));
        Elements.text("playground-seed", Integer.toString(training.seed()));
        Elements.state(Elements.role("playground-figure"), points.set().isPresent() ? "made" : "own");
        Optional<Preset> preset = Preset.of(state.settings());
        select("playground-preset", preset.map(Preset::id).orElse(""));
        Elements.text("playground-hint", preset.map(Preset::hint).orElse(""));
        if (!state.csv().equals(csvShown)) {
            csvShown = state.csv();
            ((HTMLTextAreaElement) Elements.role("playground-csv")).setValue(csvShown);
        }
    }

    private static void showRun(PlaygroundState state) {
        Elements.text("playground-play", state.running() || state.replaying() ? "Pause" : "Train");
        Optional<Snapshot> snapshot = state.snapshot();
        Elements.enabled(Elements.role("playground-play"), snapshot.isPresent());
        Elements.enabled(Elements.role("playground-step"), snapshot.isPresent());
        Elements.text("playground-steps", Numbers.count(state.step()));
        Elements.text(
                "playground-epochs",
                snapshot.map(now -> Numbers.fixed(now.epochs(), 1)).orElse("–"));
        Elements.text(
                "playground-training-loss",
                snapshot.map(now -> loss(now.training().loss())).orElse("–"));
        Elements.text(
                "playground-test-loss",
                snapshot.map(now -> loss(now.test().loss())).orElse("–"));
        Elements.text(
                "playground-training-accuracy",
                snapshot.map(now -> share(now.training().accuracy().orElseThrow()))
                        .orElse("–"));
        Elements.text(
                "playground-test-accuracy",
                snapshot.map(now -> share(now.test().accuracy().orElseThrow())).orElse("–"));
        Elements.text(
                "playground-hash",
                snapshot.map(Snapshot::hash).filter(hash -> !hash.isEmpty()).orElse("shown when training stands"));
        Elements.live("playground-message", state.replaying() ? replay(state) : state.message(), state.replaying());
        Elements.state(Elements.role("playground-hash"), state.running() || state.replaying() ? "running" : "ready");
    }

    private static String replay(PlaygroundState state) {
        return "Replaying this link’s " + Numbers.count(state.target()) + " steps; " + Numbers.count(state.step())
                + " are done. Pause ends it here.";
    }

    private static String loss(double loss) {
        return Double.isFinite(loss) ? Numbers.fixed(loss, loss < 1000 ? 4 : 0) : "no number";
    }

    private static String share(double accuracy) {
        return Numbers.fixed(100 * accuracy, 1) + " %";
    }

    private void showPlane(PlaygroundState state) {
        Settings now = state.settings();
        plane.points(now.points());
        LabelledPoints all = now.points().all();
        for (int label = 0; label < PlanePoints.MOST_CLASSES; label++) {
            hidden("playground-key-" + label, label >= Math.max(2, all.classes()));
        }
        hidden("playground-heat", state.snapshot().isEmpty());
        hidden("playground-network", state.snapshot().isEmpty());
        if (state.snapshot().isEmpty()) {
            Elements.text("playground-plane-title", "Your points");
            return;
        }
        Snapshot snapshot = state.snapshot().get();
        units.show(now.layers(), snapshot, all.classes(), colours);
        showLarge(now, snapshot, all.classes());
    }

    private void showLarge(Settings now, Snapshot snapshot, int classes) {
        String[][] labels = UnitPictures.labels(now.layers(), classes);
        Optional<NetworkPart.Unit> unit = large.filter(part -> part.fits(labels));
        if (unit.isEmpty()) {
            Elements.text("playground-plane-title", "What the network answers");
            plane.classes(snapshot.outputs().get(snapshot.outputs().size() - 1), classes, colours);
            return;
        }
        int column = unit.get().column();
        float[] outputs = UnitPictures.outputs(snapshot, column);
        float[] range = UnitPictures.range(now.layers(), column, outputs);
        Elements.text(
                "playground-plane-title",
                "What " + labels[column][unit.get().row()] + " gives, from " + Numbers.fixed(range[0], 1)
                        + " (blue) to " + Numbers.fixed(range[1], 1) + " (orange)");
        plane.unit(outputs, labels[column].length, unit.get().row(), range[0], range[1], colours);
    }

    private void showChosen(PlaygroundState state) {
        Optional<Chosen> chosen = state.chosen();
        hidden("playground-editor", chosen.isEmpty() || state.snapshot().isEmpty());
        hidden("playground-editor-hint", chosen.isPresent());
        if (chosen.isEmpty() || state.snapshot().isEmpty()) {
            chosenShown = chosen;
            return;
        }
        Chosen part = chosen.get();
        float value = state.snapshot().get().parameters().get(part.parameter())[part.index()];
        Elements.text("playground-chosen", part.name());
        Elements.text("playground-chosen-value", "now " + Numbers.fixed(value, 4));
        if (!chosen.equals(chosenShown)) {
            chosenShown = chosen;
            HTMLInputElement field = (HTMLInputElement) Elements.role("playground-weight");
            field.setValue(Numbers.fixed(value, 3));
            field.focus();
            field.select();
        }
    }

    /** While training goes on, only a new kind of message is news. */
    private void showHealth(PlaygroundState state) {
        List<HealthMessage> health = state.snapshot().map(Snapshot::health).orElse(List.of());
        boolean same = state.running() && kinds(health).equals(kinds(healthShown));
        if (same || health.equals(healthShown)) {
            return;
        }
        healthShown = health;
        HTMLElement list = Elements.role("playground-health");
        list.setTextContent("");
        for (HealthMessage message : health) {
            HTMLElement item = element("li");
            item.appendChild(element("strong").withText(message.finding()));
            item.appendChild(element("p").withText(message.reason()));
            item.appendChild(element("p").withText("Way out: " + message.wayOut()));
            list.appendChild(item);
        }
    }

    private static List<String> kinds(List<HealthMessage> messages) {
        return messages.stream().map(message -> message.ailment().name()).toList();
    }

    private void showLosses(PlaygroundState state) {
        List<LossPoint> training =
                state.snapshot().map(Snapshot::trainingLosses).orElse(List.of());
        List<LossPoint> test = state.snapshot().map(Snapshot::testLosses).orElse(List.of());
        double[][] columns = {
            training.stream().mapToDouble(LossPoint::step).toArray(),
            training.stream().mapToDouble(LossPoint::loss).toArray(),
            test.stream().mapToDouble(LossPoint::loss).toArray()
        };
        table.show(columns);
        // One value makes no line, and axes around it say nothing.
        chart.show(training.size() > 1 ? columns : new double[columns.length][0]);
    }

    private static void select(String role, String value) {
        HTMLSelectElement select = (HTMLSelectElement) Elements.role(role);
        if (!value.equals(select.getValue())) {
            select.setValue(value);
        }
    }

    private static void hidden(String role, boolean hidden) {
        HTMLElement element = Elements.role(role);
        if (hidden) {
            Elements.attribute(element, "hidden", "");
        } else {
            element.removeAttribute("hidden");
        }
    }

    private static HTMLElement element(String name) {
        return Window.current().getDocument().createElement(name);
    }
}
