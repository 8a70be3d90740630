package feedforward.page.curve;

import feedforward.optimiser.SgdSpec;
import feedforward.page.Phase;
import feedforward.train.Recipe;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.view.Numbers;
import feedforward.worker.WorkerMessage;
import java.util.Optional;

/** Decides what each event makes of the curve section. Mutable in its state alone; knows no browser. */
final class CurveController {
    private static final RunSpec RECIPE = Recipe.CURVE_TANH.spec();
    private static final int LONGER = 10;

    private final CurveActions actions;
    private CurveState state = CurveState.idle(defaultRate());

    CurveController(CurveActions actions) {
        this.actions = actions;
    }

    CurveState state() {
        return state;
    }

    /** The main button: trains, pauses, resumes, or trains ten times as long, as the state has it. */
    void played() {
        switch (state.phase()) {
            case LOADING, TRAINING -> actions.tellWorker(WorkerMessage.PAUSE);
            case PAUSED -> actions.tellWorker(WorkerMessage.RESUME);
            case DONE ->
                actions.extend(Math.min(RunSpec.MOST_EPOCHS, state.snapshot().totalSteps() * LONGER));
            default -> start();
        }
    }

    /** One step; from idle, of a run that begins with it. */
    void stepped() {
        if (state.phase() == Phase.DONE) {
            actions.extend(Math.min(RunSpec.MOST_EPOCHS, state.snapshot().totalSteps() * LONGER));
        } else if (state.phase() != Phase.PAUSED) {
            start();
        }
        actions.tellWorker(WorkerMessage.STEP);
    }

    void resetWanted() {
        actions.tellWorker(WorkerMessage.STOP);
        show(CurveState.idle(state.learningRate()));
    }

    void learningRateTyped(String text) {
        show(state.withLearningRate(text).withMessage(""));
    }

    void news(RunSnapshot snapshot) {
        if (state.phase() != Phase.IDLE) {
            show(state.with(snapshot));
        }
    }

    void fitArrived(float[] fit) {
        if (state.phase() != Phase.IDLE) {
            show(state.withFit(fit));
        }
    }

    private void start() {
        Optional<SgdSpec> sgd = sgd();
        if (sgd.isEmpty()) {
            show(state.withMessage("Learning rate: a number above 0, up to 10, such as 0.9; not “"
                    + state.learningRate().trim() + "”"));
            return;
        }
        show(new CurveState(Phase.LOADING, RunSnapshot.queued(), state.learningRate(), new float[0], ""));
        actions.start(new RunSpec(
                RECIPE.data(),
                RECIPE.network(),
                RECIPE.loss(),
                sgd.get(),
                RECIPE.batchSize(),
                RECIPE.epochs(),
                RECIPE.seed()));
    }

    private Optional<SgdSpec> sgd() {
        try {
            return Optional.of(
                    new SgdSpec((float) Double.parseDouble(state.learningRate().trim())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void show(CurveState newer) {
        state = newer;
        actions.show();
    }

    private static String defaultRate() {
        return Numbers.shortest(RECIPE.optimiser().learningRate());
    }
}
