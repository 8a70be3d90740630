package feedforward.lesson.gradient;

import feedforward.course.GradientRace;
import feedforward.course.HandGradientRun.Rule;
import feedforward.data.Dataset;
import feedforward.device.HeapDevice;
import feedforward.lesson.Halt;
import feedforward.lesson.LessonLink;
import feedforward.lesson.Typed;
import feedforward.lesson.gradient.RaceState.Phase;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Decides what each event makes of the two trainings. Mutable in its state and in the race under way; knows no browser. */
final class RaceController {
    private static final int MOST_EPOCHS = 50;
    private static final int UPDATES_PER_EPOCH = 500;

    private final GradientActions actions;
    private final DoubleSupplier clock;
    private RaceState state = RaceState.idle(Integer.toString(GradientRace.USUAL_EPOCHS));
    private Optional<GradientRace> race = Optional.empty();
    private Halt halt = Halt.NOWHERE;

    /** @param clock in milliseconds */
    RaceController(GradientActions actions, DoubleSupplier clock) {
        this.actions = actions;
        this.clock = clock;
    }

    RaceState state() {
        return state;
    }

    /** A link says for how many epochs to train; if it was copied from a race under way, that race is run again up to there. */
    void opened(LessonLink link) {
        int epochs = link.count("epochs", GradientRace.USUAL_EPOCHS, 1, MOST_EPOCHS);
        show(RaceState.idle(Integer.toString(epochs)));
        int step = link.count("step", -1, 0, epochs * UPDATES_PER_EPOCH);
        if (step >= 0) {
            start(Halt.linked(step));
        }
    }

    LessonLink link(LessonLink so) {
        LessonLink link = epochs().filter(count -> count != GradientRace.USUAL_EPOCHS)
                .map(count -> so.with("epochs", count))
                .orElse(so);
        return race.isPresent() || halt.ofLink() ? halt.link(link, state.updates()) : link;
    }

    /** Other epochs make another race. */
    void epochsTyped(String text) {
        race = Optional.empty();
        halt = Halt.NOWHERE;
        show(RaceState.idle(text).in(Phase.IDLE, trouble(text)));
    }

    void played() {
        switch (state.phase()) {
            case IDLE, DONE -> start(Halt.NOWHERE);
            case FAILED -> start(halt);
            case LOADING -> epochsTyped(state.epochs());
            case RUNNING -> pause();
            case PAUSED -> show(state.in(Phase.RUNNING, ""));
        }
    }

    void reset() {
        epochsTyped(Integer.toString(GradientRace.USUAL_EPOCHS));
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
            race = Optional.of(new GradientRace(mnist, GradientRace.USUAL, epochs().orElseThrow(), new HeapDevice()));
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
        GradientRace running = race.orElseThrow();
        double until = clock.getAsDouble() + halt.budget();
        do {
            running.advance();
        } while (!running.finished() && !halted(running) && clock.getAsDouble() < until);
        show(state.at(
                halt.part(running.steps(), running.totalSteps()),
                running.steps(),
                running.epochsDone(),
                running.points()));
        if (running.finished()) {
            stand(Phase.DONE, "");
        } else if (halted(running)) {
            stand(Phase.PAUSED, halt.standing());
        }
    }

    private void start(Halt where) {
        race = Optional.empty();
        halt = where;
        if (epochs().isEmpty()) {
            show(RaceState.idle(state.epochs()).in(Phase.IDLE, trouble(state.epochs())));
            return;
        }
        show(RaceState.idle(state.epochs()).in(Phase.LOADING, "Fetching the digits."));
        actions.fetchDigits();
    }

    private void pause() {
        halt = Halt.here(state.updates());
        if (halted(race.orElseThrow())) {
            stand(Phase.PAUSED, halt.standing());
        } else {
            show(state.in(Phase.RUNNING, "Pausing, once all digits are judged."));
        }
    }

    private boolean halted(GradientRace running) {
        return halt.reached(running.steps(), running.settled());
    }

    private void stand(Phase phase, String words) {
        GradientRace stood = race.orElseThrow();
        halt = Halt.NOWHERE;
        show(state.standing(phase, words, halt.part(stood.steps(), stood.totalSteps()), hashes(stood)));
    }

    private static String hashes(GradientRace race) {
        return "Weights, SHA-256: right " + race.sha256(Rule.RIGHT) + ", notebook’s " + race.sha256(Rule.NOTEBOOK)
                + ".";
    }

    private Optional<Integer> epochs() {
        return epochs(state.epochs());
    }

    private static Optional<Integer> epochs(String text) {
        return Optional.of(Typed.whole(text)).filter(count -> count >= 1 && count <= MOST_EPOCHS);
    }

    /** What is wrong with the epochs; empty if nothing is. */
    private static String trouble(String text) {
        return epochs(text).isPresent()
                ? ""
                : "Epochs: expected a whole number from 1 to " + MOST_EPOCHS + " but was “" + text.trim() + "”.";
    }

    private void show(RaceState newer) {
        state = newer;
        actions.show();
    }
}
