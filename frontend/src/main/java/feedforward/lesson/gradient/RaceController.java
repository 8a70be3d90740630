package feedforward.lesson.gradient;

import feedforward.course.GradientRace;
import feedforward.course.HandGradientRun.Rule;
import feedforward.data.Dataset;
import feedforward.device.HeapDevice;
import feedforward.lesson.LessonLink;
import feedforward.lesson.gradient.RaceState.Phase;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Decides what each event makes of the two trainings. Mutable in its state and in the race under way; knows no browser. */
final class RaceController {
    private static final int MOST_EPOCHS = 50;
    /** What a frame can spare, in milliseconds. */
    private static final double BUDGET = 8;

    private final GradientActions actions;
    private final DoubleSupplier clock;
    private RaceState state = RaceState.idle(Integer.toString(GradientRace.USUAL_EPOCHS));
    private Optional<GradientRace> race = Optional.empty();

    /** @param clock in milliseconds */
    RaceController(GradientActions actions, DoubleSupplier clock) {
        this.actions = actions;
        this.clock = clock;
    }

    RaceState state() {
        return state;
    }

    /** A link says for how many epochs to train; the button then does it, since the digits are large. */
    void opened(LessonLink link) {
        show(RaceState.idle(Integer.toString(link.count("epochs", GradientRace.USUAL_EPOCHS, 1, MOST_EPOCHS))));
    }

    LessonLink link(LessonLink so) {
        return epochs().filter(count -> count != GradientRace.USUAL_EPOCHS)
                .map(count -> so.with("epochs", count))
                .orElse(so);
    }

    /** Other epochs make another race. */
    void epochsTyped(String text) {
        race = Optional.empty();
        show(RaceState.idle(text));
    }

    void played() {
        switch (state.phase()) {
            case IDLE, DONE, FAILED -> start();
            case RUNNING -> show(state.in(Phase.PAUSED, "Paused."));
            case PAUSED -> show(state.in(Phase.RUNNING, ""));
            case LOADING -> {}
        }
    }

    void reset() {
        race = Optional.empty();
        show(RaceState.idle(Integer.toString(GradientRace.USUAL_EPOCHS)));
    }

    void loading(int bytes, int all) {
        if (state.phase() == Phase.LOADING) {
            show(state.in(
                    Phase.LOADING, "Fetching the digits: " + bytes / 1_000_000 + " of " + all / 1_000_000 + " MB."));
        }
    }

    void arrived(Dataset mnist) {
        if (state.phase() == Phase.LOADING) {
            race = Optional.of(new GradientRace(mnist, GradientRace.USUAL, epochs().orElseThrow(), new HeapDevice()));
            show(state.in(Phase.RUNNING, ""));
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
        double until = clock.getAsDouble() + BUDGET;
        do {
            running.advance();
        } while (!running.finished() && clock.getAsDouble() < until);
        RaceState newer = state.at(running.epochsDone(), running.points());
        show(running.finished() ? newer.finished(hashes(running)) : newer);
    }

    private void start() {
        if (epochs().isEmpty()) {
            show(state.in(
                    Phase.IDLE,
                    "Epochs: expected a whole number from 1 to " + MOST_EPOCHS + " but was “"
                            + state.epochs().trim() + "”."));
            return;
        }
        show(RaceState.idle(state.epochs()).in(Phase.LOADING, "Fetching the digits."));
        actions.fetchDigits();
    }

    private static String hashes(GradientRace race) {
        return "Weights, SHA-256: right " + race.sha256(Rule.RIGHT) + ", notebook’s " + race.sha256(Rule.NOTEBOOK)
                + ".";
    }

    private Optional<Integer> epochs() {
        try {
            return Optional.of(Integer.parseInt(state.epochs().trim()))
                    .filter(count -> count >= 1 && count <= MOST_EPOCHS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void show(RaceState newer) {
        state = newer;
        actions.show();
    }
}
