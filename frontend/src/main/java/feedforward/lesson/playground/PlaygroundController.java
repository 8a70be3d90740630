package feedforward.lesson.playground;

import feedforward.course.Edit;
import feedforward.data.Dataset;
import feedforward.data.PlaneSet;
import feedforward.device.Device;
import feedforward.lesson.Answer;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.view.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/** Decides what each event makes of the playground. Mutable in its state and in the network under way; knows no browser. */
final class PlaygroundController {
    private static final double FRAME_MILLIS = 6;
    private static final double SOLVED = 0.95;
    private static final double LARGEST_WEIGHT = 1000;
    private static final String TOO_FEW =
            "Draw at least five points, of two classes or more, for a network to learn from.";

    private final PlaygroundActions actions;
    private final Device device;
    private final DoubleSupplier clock;
    private PlaygroundState state = PlaygroundState.FIRST;
    private Optional<Trial> trial = Optional.empty();

    /** @param clock in milliseconds */
    PlaygroundController(PlaygroundActions actions, Device device, DoubleSupplier clock) {
        this.actions = actions;
        this.device = device;
        this.clock = clock;
    }

    PlaygroundState state() {
        return state;
    }

    /** Sets the playground as a link has it; a replay of its steps begins. */
    void opened(LessonLink address) {
        PlaygroundLink link = PlaygroundLink.of(address);
        try {
            begin(link.settings(), link.journal());
            show(state.withTarget(trial.isPresent() ? link.step() : 0));
        } catch (IllegalArgumentException e) {
            address.note("edits", "edits that fit its network");
            begin(link.settings(), List.of());
        }
    }

    LessonLink link() {
        int step = Math.max(state.step(), state.target());
        return new PlaygroundLink(state.settings(), state.journal(), step).link();
    }

    void presetChosen(Preset preset) {
        begin(preset.settings(), List.of());
        show(state.running(false));
    }

    void pointsChanged(UnaryOperator<PlanePoints> change) {
        changed(settings -> settings.with(change.apply(settings.points())));
    }

    /** How it is trained, but for what can be changed on the way. */
    void trainingChanged(UnaryOperator<Training> change) {
        changed(settings -> settings.with(change.apply(settings.training())));
    }

    void layerAdded() {
        List<HiddenLayer> layers = new ArrayList<>(state.settings().layers());
        if (layers.size() < HiddenLayer.MOST_LAYERS) {
            layers.add(layers.isEmpty() ? Settings.USUAL.layers().get(0) : layers.get(layers.size() - 1));
            changed(settings -> settings.with(layers));
        }
    }

    void layerRemoved() {
        List<HiddenLayer> layers = state.settings().layers();
        if (!layers.isEmpty()) {
            changed(settings -> settings.with(layers.subList(0, layers.size() - 1)));
        }
    }

    /** @param place of the hidden layer, from 0 */
    void layerChanged(int place, HiddenLayer layer) {
        if (layer.units() >= 1 && layer.units() <= HiddenLayer.MOST_UNITS) {
            List<HiddenLayer> layers = new ArrayList<>(state.settings().layers());
            layers.set(place, layer);
            changed(settings -> settings.with(layers));
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
        if (state.running()) {
            show(state.running(false));
            look();
        } else if (trial.isPresent()) {
            show(state.running(true).withTarget(0).saying(""));
        }
    }

    void stepped() {
        trial.ifPresent(now -> {
            show(state.running(false).withTarget(0).saying(""));
            step(now);
            look();
        });
    }

    /** Back to the same initial weights. */
    void reset() {
        begin(state.now(), List.of());
        show(state.running(false));
    }

    void seeded() {
        int next = (state.settings().training().seed() + 1) % (Training.LARGEST_SEED + 1);
        trainingChanged(training -> training.withSeed(next));
    }

    /** A frame of the run or of a replay. */
    void ticked() {
        if (trial.isEmpty() || !(state.running() || state.replaying())) {
            return;
        }
        Trial now = trial.get();
        int most = state.replaying() ? state.target() - now.stepsDone() : steps(now);
        double end = clock.getAsDouble() + FRAME_MILLIS;
        boolean well = true;
        for (int i = 0; i < most && well && (i == 0 || clock.getAsDouble() < end); i++) {
            well = step(now);
        }
        look();
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
        show(state.withCopies(judgedCopies(text)));
        finishIfSolved();
    }

    void spiralChecked() {
        show(state.withSpiral(judgedSpiral()));
        finishIfSolved();
    }

    private static Answer judgedCopies(String text) {
        Optional<Double> typed = number(text);
        if (typed.isEmpty()) {
            return Answer.wrong("Expected a whole number such as 4, but was “" + text.trim() + "”.");
        }
        double value = typed.get();
        if (value == 1) {
            return Answer.right(
                    "All eight begin alike and get the same gradient, so they stay alike: one unit, drawn eight times. A single"
                            + " tanh unit divides the plane along straight lines, which gets about 70 % of this set.");
        }
        return Answer.wrong(
                value == 8
                        ? "Eight are drawn, but compare their heat maps, and the weights that lead to them, after some training."
                        : "Point at the units of the hidden layer one after the other: how many different heat maps are there?");
    }

    private Answer judgedSpiral() {
        if (state.settings()
                .points()
                .set()
                .filter(set -> set == PlaneSet.SPIRAL)
                .isEmpty()) {
            return Answer.wrong("These points are no spiral. Choose Spiral under Points, or the preset.");
        }
        Snapshot now = state.snapshot().orElseThrow();
        double accuracy = now.test().accuracy().orElseThrow();
        String reached = "After " + Numbers.fixed(now.epochs(), 1) + " epochs " + Numbers.percent(accuracy)
                + " of the test points are right. ";
        if (now.step() == 0) {
            return Answer.wrong("This network has not learned yet: press Train.");
        }
        if (accuracy >= SOLVED) {
            return Answer.right(reached + "The boundary follows both arms.");
        }
        double learnt = now.training().accuracy().orElseThrow();
        return Answer.wrong(reached
                + (learnt >= SOLVED
                        ? "The training points it knows: it learned them by heart. Use less noise, more points or fewer units."
                        : "Few units cannot bend the boundary often enough: try two layers of 16 ReLU units with Adam at 0.01, and"
                                + " give them 60 to 80 epochs."));
    }

    private void finishIfSolved() {
        if (state.copies().isRight() && state.spiral().isRight()) {
            actions.solved();
        }
    }

    private int steps(Trial now) {
        return switch (state.speed()) {
            case STEP -> 1;
            case EPOCH -> now.stepsPerEpoch() - now.stepsDone() % now.stepsPerEpoch();
            case FASTEST -> Integer.MAX_VALUE;
        };
    }

    /** What cannot be changed on the way begins anew, from initial weights; a bad one changes nothing and is explained. */
    private void changed(UnaryOperator<Settings> change) {
        try {
            Settings other = change.apply(state.now());
            boolean running = state.running();
            begin(other, List.of());
            show(state.running(running && trial.isPresent()));
        } catch (IllegalArgumentException e) {
            show(state.saying(e.getMessage()));
        }
    }

    private void begin(Settings settings, List<Edit> journal) {
        Optional<Dataset> data = settings.points().dataset();
        trial = data.map(known -> new Trial(settings, journal, known, device));
        state = state.with(settings)
                .withJournal(journal)
                .withTarget(0)
                .withChosen(Optional.empty())
                .withCsv(settings.points().own())
                .saying(trial.isPresent() ? "" : TOO_FEW);
        look();
    }

    private void edited(Edit edit) {
        trial.ifPresent(now -> {
            try {
                now.edit(edit);
                show(state.withJournal(now.journal()).withTarget(0).saying(""));
                look();
            } catch (IllegalArgumentException e) {
                show(state.saying(e.getMessage()));
            }
        });
    }

    private boolean step(Trial now) {
        boolean well = now.step();
        if (!well || now.stepsDone() >= PlaygroundLink.MOST_STEPS) {
            state = state.running(false).withTarget(0);
        }
        return well;
    }

    private void look() {
        boolean stands = !state.running() && (trial.isEmpty() || trial.get().stepsDone() >= state.target());
        show(state.with(trial.map(now -> now.snapshot(stands))));
    }

    private void show(PlaygroundState newer) {
        state = newer;
        actions.show();
    }

    private static Optional<Double> number(String text) {
        return Typed.number(text).filter(value -> Math.abs(value) <= LARGEST_WEIGHT);
    }
}
