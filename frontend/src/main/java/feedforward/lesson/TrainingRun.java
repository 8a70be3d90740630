package feedforward.lesson;

import feedforward.course.SlicedTraining;
import feedforward.data.Dataset;
import feedforward.lesson.TrainingProgress.Phase;
import feedforward.view.Numbers;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * A training on digits that a lesson runs a few slices each frame: up to its end, a link's step or where Pause was pressed. Whatever is
 * to be judged there is judged first, so that a link to that step has the same numbers. Mutable; knows no browser.
 *
 * @param <T> what is trained
 */
public final class TrainingRun<T extends SlicedTraining> {
    /** What a frame can spare, in milliseconds. */
    private static final double BUDGET = 8;

    /** The same while a link is replayed, whose end is waited for. */
    private static final double REPLAY_BUDGET = 40;

    private final TrainingActions actions;
    private final DoubleSupplier clock;
    private final Function<Dataset, T> maker;
    private Optional<T> training = Optional.empty();
    private String trouble = "";
    private Phase phase = Phase.IDLE;
    private String message = "";
    private double loaded;
    private OptionalInt replayTo = OptionalInt.empty();
    private boolean pausing;

    /**
     * @param clock in milliseconds
     * @param maker of the training, from its first step on; asked only where nothing was in trouble
     */
    public TrainingRun(TrainingActions actions, DoubleSupplier clock, Function<Dataset, T> maker) {
        this.actions = actions;
        this.clock = clock;
        this.maker = maker;
    }

    /** Empty until the digits have come. */
    public Optional<T> training() {
        return training;
    }

    /** The training where it stands still, paused or done; empty else. */
    public Optional<T> standing() {
        return training.filter(stood -> phase != Phase.RUNNING);
    }

    public TrainingProgress progress() {
        return new TrainingProgress(
                phase,
                message,
                training.map(this::part).orElse(loaded),
                steps(),
                training.map(SlicedTraining::epochsDone).orElse(0.0));
    }

    /**
     * Drops what was trained, since other knobs make another training.
     *
     * @param trouble why it cannot be trained so; empty if it can
     */
    public void reset(String trouble) {
        this.trouble = trouble;
        replayTo = OptionalInt.empty();
        pausing = false;
        begin(Phase.IDLE, trouble);
    }

    /** If a link was copied from a training under way, that is run again up to there. */
    public void opened(LessonLink link, int totalSteps) {
        int step = link.count("step", -1, 0, totalSteps);
        if (step >= 0) {
            replayTo = OptionalInt.of(step);
            start();
        }
    }

    /** The link to where the training is, added to what a link says already; to a replay's end while it goes on. */
    public LessonLink link(LessonLink so) {
        return training.isPresent() || replayTo.isPresent() ? so.with("step", replayTo.orElse(steps())) : so;
    }

    /** The main button. */
    public void played() {
        switch (phase) {
            case IDLE, DONE, FAILED -> start();
            case LOADING -> reset("");
            case RUNNING -> pause();
            case PAUSED -> show(Phase.RUNNING, underWay());
        }
    }

    public void loading(int bytes, int all) {
        if (phase == Phase.LOADING) {
            loaded = bytes / (double) all;
            show(phase, "Fetching the digits: " + bytes / 1_000_000 + " of " + all / 1_000_000 + " MB.");
        }
    }

    public void arrived(Dataset mnist) {
        if (phase == Phase.LOADING) {
            training = Optional.of(maker.apply(mnist));
            show(Phase.RUNNING, underWay());
        }
    }

    public void failed(String reason) {
        if (phase == Phase.LOADING) {
            show(Phase.FAILED, reason);
        }
    }

    /** A frame: as much work as it can spare. */
    public void ticked() {
        if (phase != Phase.RUNNING) {
            return;
        }
        T running = training.orElseThrow();
        double until = clock.getAsDouble() + (replayTo.isPresent() ? REPLAY_BUDGET : BUDGET);
        do {
            running.advance();
        } while (!running.finished() && !halted(running) && clock.getAsDouble() < until);
        actions.show();
        standIfDue(running);
    }

    private void start() {
        if (trouble.isEmpty()) {
            begin(Phase.LOADING, "Fetching the digits.");
            actions.fetchDigits();
        }
    }

    private void begin(Phase newer, String words) {
        training = Optional.empty();
        loaded = 0;
        show(newer, words);
    }

    private void pause() {
        pausing = true;
        replayTo = OptionalInt.empty();
        show(Phase.RUNNING, "Pausing, once all digits are judged.");
        standIfDue(training.orElseThrow());
    }

    private void standIfDue(T running) {
        if (running.finished()) {
            stand(Phase.DONE, "");
        } else if (halted(running)) {
            stand(Phase.PAUSED, replayTo.isPresent() ? "Replayed up to where the link was copied." : "Paused.");
        }
    }

    private void stand(Phase newer, String words) {
        pausing = false;
        replayTo = OptionalInt.empty();
        show(newer, words);
    }

    private boolean halted(T running) {
        return running.settled() && (pausing || running.steps() >= replayTo.orElse(Integer.MAX_VALUE));
    }

    private double part(T running) {
        int aim = replayTo.orElse(running.totalSteps());
        return aim == 0 ? 0 : (double) running.steps() / aim;
    }

    private int steps() {
        return training.map(SlicedTraining::steps).orElse(0);
    }

    private String underWay() {
        return replayTo.isPresent()
                ? "Replaying the link you opened, up to update " + Numbers.count(replayTo.getAsInt())
                        + ". Pause stops it sooner."
                : "Training.";
    }

    private void show(Phase newer, String words) {
        phase = newer;
        message = words;
        actions.show();
    }
}
