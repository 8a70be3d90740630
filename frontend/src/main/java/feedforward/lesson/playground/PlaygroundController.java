package feedforward.lesson.playground;

import feedforward.course.Edit;
import feedforward.device.Device;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/** Decides what each event makes of the playground. Mutable in its state and in the network under way; knows no browser. */
final class PlaygroundController {
    private static final double LARGEST_WEIGHT = 1000;
    /** Servers take some 8,000 characters, a browser's headers among them. */
    private static final int LONGEST_LINK = 7_000;

    private static final String TOO_FEW =
            "Draw at least five points, of two classes or more, for a network to learn from.";

    private final PlaygroundActions actions;
    private final PlaygroundRun run;
    private PlaygroundState state = PlaygroundState.FIRST;

    /** @param clock in milliseconds */
    PlaygroundController(PlaygroundActions actions, Device device, DoubleSupplier clock) {
        this.actions = actions;
        run = new PlaygroundRun(device, clock);
    }

    PlaygroundState state() {
        return state;
    }

    /** Sets the playground as a link has it; a replay of its steps begins. */
    void opened(LessonLink address) {
        PlaygroundLink link = PlaygroundLink.of(address);
        try {
            begin(link.settings(), link.journal(), link.step());
        } catch (IllegalArgumentException e) {
            address.note("edits", "edits that fit its network");
            begin(link.settings(), List.of(), 0);
        }
    }

    LessonLink link() {
        int step = Math.max(state.step(), state.target());
        return new PlaygroundLink(state.settings(), state.journal(), step).link();
    }

    void presetChosen(Preset preset) {
        begin(preset.settings(), List.of(), 0);
    }

    void pointsChanged(UnaryOperator<PlanePoints> change) {
        changed(settings -> settings.with(change.apply(settings.points())));
    }

    /** How it is trained, but for what can be changed on the way. */
    void trainingChanged(UnaryOperator<Training> change) {
        changed(settings -> settings.with(change.apply(settings.training())));
    }

    void layerAdded() {
        if (state.settings().layers().size() < HiddenLayer.MOST_LAYERS) {
            changed(Settings::withAnotherLayer);
        }
    }

    void layerRemoved() {
        if (!state.settings().layers().isEmpty()) {
            changed(Settings::withoutLastLayer);
        }
    }

    /** @param place of the hidden layer, from 0 */
    void layerChanged(int place, HiddenLayer layer) {
        if (layer.units() >= 1 && layer.units() <= HiddenLayer.MOST_UNITS) {
            changed(settings -> settings.with(place, layer));
        }
    }

    /** The run goes on at the new rate. */
    void rateChosen(String rate) {
        if (state.step() == 0) {
            trainingChanged(training -> training.withRate(rate));
        } else {
            edited(new Edit.Rate(state.step(), Training.number(rate)));
        }
    }

    /** The run goes on with the new penalties. */
    void penaltiesChosen(String l1, String l2) {
        if (state.step() == 0) {
            trainingChanged(training -> training.withPenalties(l1, l2));
        } else {
            edited(new Edit.Penalties(state.step(), Training.number(l1), Training.number(l2)));
        }
    }

    void speedChosen(PlaygroundState.Speed speed) {
        show(state.with(speed));
    }

    void played() {
        if (state.running() || state.replaying()) {
            run.pause();
            show(state);
        } else if (state.snapshot().isPresent()) {
            run.goOn();
            show(state.saying(""));
        }
    }

    void stepped() {
        if (state.snapshot().isPresent()) {
            run.step();
            show(state.saying(""));
        }
    }

    /** Back to the same initial weights. */
    void reset() {
        begin(state.now(), List.of(), 0);
    }

    void seeded() {
        int next = (state.settings().training().seed() + 1) % (Training.LARGEST_SEED + 1);
        trainingChanged(training -> training.withSeed(next));
    }

    /** A frame of the run or of a replay. */
    void ticked() {
        run.frame(state.speed());
        show(state);
    }

    void chosen(Chosen part) {
        show(state.withChosen(Optional.of(part)).saying(""));
    }

    /** The chosen weight gets another value; the run goes on with it. */
    void weightTyped(String text) {
        Optional<Chosen> part = state.chosen();
        if (part.isEmpty()) {
            return;
        }
        Optional<Double> value = number(text);
        if (value.isEmpty()) {
            show(state.saying(
                    "Weight: expected a number in [−1,000, 1,000], such as 0.5, but was “" + text.trim() + "”."));
        } else {
            Chosen weight = part.get();
            edited(new Edit.Weight(
                    state.step(),
                    weight.parameter(),
                    weight.index(),
                    value.get().floatValue()));
        }
    }

    void brushChosen(int brush) {
        show(state.withBrush(brush));
    }

    /** The pen came down on the plane: where the points are the visitor's own, another, or one less. */
    void penDown(double x, double y) {
        if (state.settings().points().set().isEmpty()
                && Math.abs(x) <= PlanePoints.REACH
                && Math.abs(y) <= PlanePoints.REACH) {
            pointsChanged(
                    points -> state.brush() < 0 ? points.withoutPointAt(x, y) : points.withPoint(x, y, state.brush()));
        }
    }

    void csvTyped(String text) {
        state = state.withCsv(text);
    }

    void csvUsed() {
        String text = state.csv();
        pointsChanged(points -> points.withOwn(text));
    }

    void copiesChecked(String text) {
        show(state.withCopies(PlaygroundExercises.copies(text)));
        finishIfSolved();
    }

    void spiralChecked() {
        show(state.withSpiral(PlaygroundExercises.spiral(state)));
        finishIfSolved();
    }

    private void finishIfSolved() {
        if (state.copies().isRight() && state.spiral().isRight()) {
            actions.solved();
        }
    }

    /** What cannot be changed on the way begins anew, from initial weights; a bad one changes nothing and is explained. */
    private void changed(UnaryOperator<Settings> change) {
        boolean wasRunning = state.running();
        try {
            begin(change.apply(state.now()), List.of(), 0);
        } catch (IllegalArgumentException e) {
            show(state.saying(e.getMessage()));
            return;
        }
        if (wasRunning) {
            run.goOn();
            show(state);
        }
    }

    private void begin(Settings settings, List<Edit> journal, int replayTo) {
        run.begin(settings, journal, replayTo);
        show(state.withChosen(Optional.empty())
                .withCsv(settings.points().own())
                .saying(run.snapshot().isPresent() ? "" : TOO_FEW));
    }

    private void edited(Edit edit) {
        String trouble = "";
        try {
            requireRoomFor(edit);
            run.edit(edit);
        } catch (IllegalArgumentException e) {
            trouble = e.getMessage();
        }
        show(state.saying(trouble));
    }

    private void requireRoomFor(Edit edit) {
        if (link().query(text -> text).length() + edit.text().length() > LONGEST_LINK) {
            throw new IllegalArgumentException(
                    "Edits: this address cannot carry another, and a copied link has to make them all again; press Reset to begin anew");
        }
    }

    private void show(PlaygroundState newer) {
        state = newer.seen(run);
        actions.show();
    }

    private static Optional<Double> number(String text) {
        return Typed.number(text).filter(value -> Math.abs(value) <= LARGEST_WEIGHT);
    }
}
