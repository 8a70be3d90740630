package feedforward.lesson.loop;

import feedforward.course.DigitTraining;
import feedforward.course.HandGradientRun.Rule;
import feedforward.course.HandGradientRun.Settings;
import feedforward.data.Dataset;
import feedforward.device.HeapDevice;
import feedforward.layer.Initialiser;
import feedforward.lesson.Halt;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.lesson.loop.TrainingState.Knobs;
import feedforward.lesson.loop.TrainingState.Phase;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Decides what each event makes of the training. Mutable in its state and in the training under way; knows no browser. */
final class TrainingController {
    private static final int MOST_EPOCHS = 50;
    private static final int MOST_BATCH = 1_000;
    private static final double MOST_RATE = 10;
    private static final int IMAGES = 50_000;

    private final LoopActions actions;
    private final DoubleSupplier clock;
    private TrainingState state = TrainingState.idle(Knobs.USUAL);
    private Optional<DigitTraining> training = Optional.empty();
    private Halt halt = Halt.NOWHERE;

    /** @param clock in milliseconds */
    TrainingController(LoopActions actions, DoubleSupplier clock) {
        this.actions = actions;
        this.clock = clock;
    }

    TrainingState state() {
        return state;
    }

    /** A link says how to train; if it was copied from a training under way, that is run again up to there. */
    void opened(LessonLink link) {
        Knobs usual = Knobs.USUAL;
        String start = link.text("start", usual.start());
        if (!start.equals(Knobs.ZEROS) && !start.equals(Knobs.RANDOM)) {
            link.note("start", "random or zeros");
        }
        Knobs knobs = new Knobs(
                start.equals(Knobs.ZEROS) ? Knobs.ZEROS : Knobs.RANDOM,
                link.text("rate", usual.rate()),
                link.text("batch", usual.batch()),
                link.text("epochs", usual.epochs()));
        turned(knobs);
        if (link.has("step") && trouble(knobs).isEmpty()) {
            int step = link.count("step", -1, 0, mostSteps(knobs));
            if (step >= 0) {
                start(Halt.linked(step));
            }
        }
    }

    /** The link to the knobs, added to what a link says already. */
    LessonLink link(LessonLink so) {
        Knobs knobs = state.knobs();
        Knobs usual = Knobs.USUAL;
        LessonLink link = knobs.start().equals(usual.start()) ? so : so.with("start", knobs.start());
        link = knobs.rate().equals(usual.rate()) ? link : link.with("rate", knobs.rate());
        link = knobs.batch().equals(usual.batch()) ? link : link.with("batch", knobs.batch());
        link = knobs.epochs().equals(usual.epochs()) ? link : link.with("epochs", knobs.epochs());
        return training.isPresent() || halt.ofLink() ? halt.link(link, state.updates()) : link;
    }

    /** Other knobs make another training. */
    void turned(Knobs knobs) {
        training = Optional.empty();
        halt = Halt.NOWHERE;
        show(TrainingState.idle(knobs).in(Phase.IDLE, trouble(knobs)));
    }

    void reset() {
        turned(Knobs.USUAL);
    }

    void played() {
        switch (state.phase()) {
            case IDLE, DONE -> start(Halt.NOWHERE);
            case FAILED -> start(halt);
            case LOADING -> turned(state.knobs());
            case RUNNING -> pause();
            case PAUSED -> show(state.in(Phase.RUNNING, ""));
        }
    }

    void loading(int bytes, int all) {
        if (state.phase() == Phase.LOADING) {
            show(state.loaded(
                    bytes / (double) all,
                    "Fetching the digits: " + bytes / 1_000_000 + " of " + all / 1_000_000 + " MB."));
        }
    }

    void arrived(Dataset mnist) {
        if (state.phase() == Phase.LOADING) {
            training = Optional.of(new DigitTraining(
                    Rule.RIGHT,
                    settings(state.knobs()),
                    mnist,
                    whole(state.knobs().epochs(), MOST_EPOCHS).orElseThrow(),
                    new HeapDevice()));
            show(state.in(Phase.RUNNING, halt.underWay()));
        }
    }

    void failed(String reason) {
        if (state.phase() == Phase.LOADING) {
            show(state.in(Phase.FAILED, reason));
        }
    }

    /** A frame: as much work as it can spare. */
    void ticked() {
        if (state.phase() != Phase.RUNNING) {
            return;
        }
        DigitTraining running = training.orElseThrow();
        double until = clock.getAsDouble() + halt.budget();
        do {
            running.advance();
        } while (!running.finished() && !halted(running) && clock.getAsDouble() < until);
        show(state.at(
                halt.part(running.steps(), running.totalSteps()),
                running.epochsDone(),
                running.steps(),
                running.scores()));
        if (running.finished()) {
            stand(Phase.DONE, "");
        } else if (halted(running)) {
            stand(Phase.PAUSED, halt.standing());
        }
    }

    private void start(Halt where) {
        training = Optional.empty();
        halt = where;
        String trouble = trouble(state.knobs());
        if (!trouble.isEmpty()) {
            show(TrainingState.idle(state.knobs()).in(Phase.IDLE, trouble));
            return;
        }
        show(TrainingState.idle(state.knobs()).in(Phase.LOADING, "Fetching the digits."));
        actions.fetchDigits();
    }

    private void pause() {
        halt = Halt.here(state.updates());
        if (halted(training.orElseThrow())) {
            stand(Phase.PAUSED, halt.standing());
        } else {
            show(state.in(Phase.RUNNING, "Pausing, once all digits are judged."));
        }
    }

    private boolean halted(DigitTraining running) {
        return halt.reached(running.steps(), running.settled());
    }

    private void stand(Phase phase, String words) {
        DigitTraining stood = training.orElseThrow();
        halt = Halt.NOWHERE;
        show(state.standing(phase, words, halt.part(stood.steps(), stood.totalSteps()), stood.sha256()));
    }

    private static int mostSteps(Knobs knobs) {
        int batch = whole(knobs.batch(), MOST_BATCH).orElseThrow();
        return whole(knobs.epochs(), MOST_EPOCHS).orElseThrow() * ((IMAGES + batch - 1) / batch);
    }

    private static Settings settings(Knobs knobs) {
        return new Settings(
                knobs.start().equals(Knobs.ZEROS) ? Initialiser.ZEROS : Initialiser.DEFAULT,
                rate(knobs.rate()).orElseThrow().floatValue(),
                whole(knobs.batch(), MOST_BATCH).orElseThrow(),
                1);
    }

    /** What is wrong with the knobs; empty if nothing is. */
    private static String trouble(Knobs knobs) {
        if (rate(knobs.rate()).isEmpty()) {
            return Typed.noLearningRate(knobs.rate(), Knobs.USUAL.rate());
        }
        if (whole(knobs.batch(), MOST_BATCH).isEmpty()) {
            return "Batch: expected a whole number from 1 to 1,000 but was “"
                    + knobs.batch().trim() + "”.";
        }
        return whole(knobs.epochs(), MOST_EPOCHS).isPresent()
                ? ""
                : "Epochs: expected a whole number from 1 to 50 but was “"
                        + knobs.epochs().trim() + "”.";
    }

    private static Optional<Double> rate(String text) {
        return Typed.number(text).filter(rate -> rate >= 1e-6 && rate <= MOST_RATE);
    }

    private static Optional<Integer> whole(String text, int most) {
        return Optional.of(Typed.whole(text)).filter(number -> number >= 1 && number <= most);
    }

    private void show(TrainingState newer) {
        state = newer;
        actions.show();
    }
}
