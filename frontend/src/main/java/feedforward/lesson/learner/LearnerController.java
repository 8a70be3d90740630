package feedforward.lesson.learner;

import feedforward.lesson.LessonLink;
import feedforward.page.Phase;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.train.RunState;
import feedforward.view.Numbers;
import feedforward.worker.WorkerMessage;
import java.util.Optional;

/** Decides what each event makes of the lesson. Mutable in its state and in whether a network is on its way; knows no browser. */
final class LearnerController {
    private static final int MOST_STEPS = Integer.MAX_VALUE;

    private final LearnerActions actions;
    private LearnerState state = LearnerState.of(LearnerKnobs.USUAL);
    private String savedOf = "";

    LearnerController(LearnerActions actions) {
        this.actions = actions;
    }

    LearnerState state() {
        return state;
    }

    /** Sets the knobs as a link has them; a run in it is run again, up to the same step. */
    void opened(LessonLink link) {
        LearnerKnobs usual = LearnerKnobs.USUAL;
        LearnerKnobs knobs = new LearnerKnobs(
                hidden(link),
                link.text("rate", usual.rate()),
                link.text("batch", usual.batch()),
                link.text("epochs", usual.epochs()),
                (long) link.number("seed", (double) usual.seed(), 0, (double) RunSpec.LARGEST_SEED));
        show(LearnerState.of(knobs));
        int step = link.count("step", 0, 0, MOST_STEPS);
        if (step > 0 && knobs.spec().isPresent()) {
            begin();
            show(state.replaying(step));
            goTo(step);
        }
    }

    /** The link to the run that is shown, or to the knobs where there is none. */
    LessonLink link() {
        LearnerKnobs usual = LearnerKnobs.USUAL;
        boolean ran = state.phase() != Phase.IDLE;
        LearnerKnobs knobs = ran ? state.run() : state.knobs();
        LessonLink link = LessonLink.empty();
        link = knobs.hidden() ? link.with("network", "hidden") : link;
        link = knobs.rate().equals(usual.rate()) ? link : link.with("rate", knobs.rate());
        link = knobs.batch().equals(usual.batch()) ? link : link.with("batch", knobs.batch());
        link = knobs.epochs().equals(usual.epochs()) ? link : link.with("epochs", knobs.epochs());
        link = knobs.seed() == usual.seed() ? link : link.with("seed", (double) knobs.seed());
        int step =
                state.linkedStep() > 0 ? state.linkedStep() : state.snapshot().step();
        return ran && step > 0 ? link.with("step", step) : link;
    }

    /** The next run's; the one that is shown stays as it is. */
    void knobsSet(LearnerKnobs knobs) {
        show(state.with(knobs));
    }

    /** The main button: trains, pauses, goes on or trains again. */
    void played() {
        switch (state.phase()) {
            case LOADING, TRAINING -> {
                show(state.with(Phase.PAUSING));
                actions.tellWorker(WorkerMessage.PAUSE);
            }
            case PAUSING, PAUSED -> {
                show(state.with(Phase.of(state.snapshot().state())));
                actions.tellWorker(WorkerMessage.RESUME);
            }
            default -> {
                if (state.knobs().spec().isPresent()) {
                    begin();
                    actions.tellWorker(WorkerMessage.RESUME);
                }
            }
        }
    }

    void cancelled() {
        if (state.phase().busy()) {
            show(state.with(Phase.CANCELLED));
            actions.tellWorker(WorkerMessage.STOP);
        }
    }

    /** Back to how the lesson begins, but for what is solved. */
    void reset() {
        if (state.phase().busy()) {
            actions.tellWorker(WorkerMessage.STOP);
        }
        show(state.with(LearnerKnobs.USUAL).idle());
    }

    void loading(double part) {
        if (state.phase() == Phase.LOADING) {
            show(state.withLoaded(part));
        }
    }

    /** Where a run stands still its network is asked for, to be drawn for and judged. */
    void news(RunSnapshot snapshot) {
        if (state.phase() == Phase.IDLE) {
            return;
        }
        show(state.with(snapshot));
        String hash = snapshot.weightsSha256().orElse("");
        boolean stands = snapshot.state() == RunState.PAUSED || snapshot.state() == RunState.FINISHED;
        if (stands && snapshot.step() > 0 && !hash.isEmpty() && !hash.equals(savedOf)) {
            savedOf = hash;
            actions.tellWorker(WorkerMessage.SAVE);
        }
        if (snapshot.state() == RunState.FINISHED) {
            judgeRun();
        }
    }

    /** The network has come, as a file; after a reset nobody waits for it any more. */
    void saved(byte[] file) {
        if (state.phase() == Phase.IDLE) {
            return;
        }
        int step = state.snapshot().step();
        actions.use(
                file,
                "the network just trained"
                        + (state.phase() == Phase.DONE ? "" : " (paused after step " + Numbers.count(step) + ")"));
    }

    /** The worker is no more, and with it the run. */
    void broken(String reason) {
        show(state.with(state.snapshot().failed(reason)));
    }

    void stepsChecked(String text) {
        show(state.withSteps(LearnerAnswers.steps(text)));
        finishIfSolved();
    }

    void batchChosen(String choice) {
        show(state.withBatch(LearnerAnswers.batch(choice)));
        finishIfSolved();
    }

    /** Beyond the last step a run is finished, and judged once more. */
    private void goTo(int step) {
        LearnerKnobs run = state.run();
        if (step < (long) run.stepsPerEpoch() * run.epochCount()) {
            actions.runTo(step);
        } else {
            actions.tellWorker(WorkerMessage.RESUME);
        }
    }

    private void begin() {
        Optional<RunSpec> spec = state.knobs().spec();
        show(state.starting());
        savedOf = "";
        actions.start(spec.orElseThrow());
    }

    /** Once reached, the goal stays so, whatever is tried next. */
    private void judgeRun() {
        if (!state.goal().isRight() && state.validationError().isPresent()) {
            show(state.withGoal(LearnerAnswers.goal(
                    state.run(),
                    state.validationError().getAsDouble(),
                    state.snapshot().losses())));
            finishIfSolved();
        }
    }

    private void finishIfSolved() {
        if (state.solved()) {
            actions.solved();
        }
    }

    private static boolean hidden(LessonLink link) {
        String network = link.text("network", "softmax");
        if (!network.equals("softmax") && !network.equals("hidden")) {
            link.note("network", "softmax or hidden");
        }
        return network.equals("hidden");
    }

    private void show(LearnerState newer) {
        state = newer;
        actions.show();
    }
}
