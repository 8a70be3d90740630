package feedforward.lesson.playground;

import feedforward.course.Edit;
import feedforward.data.Dataset;
import feedforward.device.Device;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The network under way: its settings at the first step, the edits since, whether it goes on, and how it looks. Mutable. */
final class PlaygroundRun {
    private static final double FRAME_MILLIS = 6;

    private final Device device;
    private final DoubleSupplier clock;
    private Settings settings = Settings.USUAL;
    private List<Edit> journal = List.of();
    private Optional<Trial> trial = Optional.empty();
    private Optional<Snapshot> snapshot = Optional.empty();
    private boolean running;
    private int target;

    /** @param clock in milliseconds */
    PlaygroundRun(Device device, DoubleSupplier clock) {
        this.device = device;
        this.clock = clock;
    }

    Settings settings() {
        return settings;
    }

    List<Edit> journal() {
        return journal;
    }

    boolean running() {
        return running;
    }

    /** The step that a replay goes to. */
    int target() {
        return target;
    }

    /** Empty where there are too few points for a network to learn from. */
    Optional<Snapshot> snapshot() {
        return snapshot;
    }

    /**
     * Stands at initial weights.
     *
     * @param edits to make again
     * @param replayTo the step to go on to with the frames that follow, 0 for none
     * @throws IllegalArgumentException if an edit does not fit the network; nothing is changed then
     */
    void begin(Settings start, List<Edit> edits, int replayTo) {
        Optional<Dataset> data = start.points().dataset();
        trial = data.map(known -> new Trial(start, edits, known, device));
        settings = start;
        journal = edits;
        running = false;
        target = trial.isPresent() ? replayTo : 0;
        look();
    }

    void goOn() {
        running = trial.isPresent();
        target = 0;
    }

    /** Ends a replay, too. */
    void pause() {
        running = false;
        target = 0;
        look();
    }

    /** @throws IllegalArgumentException if the edit does not fit; nothing is changed then */
    void edit(Edit edit) {
        trial.ifPresent(now -> {
            now.edit(edit);
            journal = now.journal();
            target = 0;
            look();
        });
    }

    /** One step, after which it stands. */
    void step() {
        running = false;
        target = 0;
        trial.ifPresent(now -> advance(now, 1));
    }

    /** A frame of the run or of a replay. */
    void frame(PlaygroundState.Speed speed) {
        trial.ifPresent(now -> {
            if (now.stepsDone() < target) {
                advance(now, target - now.stepsDone());
            } else if (running) {
                advance(now, steps(now, speed));
            }
        });
    }

    private static int steps(Trial now, PlaygroundState.Speed speed) {
        return switch (speed) {
            case STEP -> 1;
            case EPOCH -> now.stepsPerEpoch() - now.stepsDone() % now.stepsPerEpoch();
            case FASTEST -> Integer.MAX_VALUE;
        };
    }

    private void advance(Trial now, int most) {
        double end = clock.getAsDouble() + FRAME_MILLIS;
        boolean well = true;
        for (int i = 0; i < most && well && (i == 0 || clock.getAsDouble() < end); i++) {
            well = now.step() && now.stepsDone() < PlaygroundLink.MOST_STEPS;
        }
        if (!well) {
            running = false;
            target = 0;
        }
        look();
    }

    private void look() {
        boolean stands = !running && (trial.isEmpty() || trial.get().stepsDone() >= target);
        snapshot = trial.map(now -> now.snapshot(stands));
    }
}
