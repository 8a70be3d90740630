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

    /** The main button. */
    void played() {
        switch (state.play()) {
            case TRAIN, TRAIN_AGAIN -> start(WorkerMessage.RESUME);
            case PAUSE -> {
                show(state.withPhase(Phase.PAUSING));
                actions.tellWorker(WorkerMessage.PAUSE);
            }
            case RESUME -> {
                show(state.withPhase(Phase.of(state.snapshot().state())));
                actions.tellWorker(WorkerMessage.RESUME);
            }
            case TRAIN_ON -> lengthen(WorkerMessage.RESUME);
        }
    }

    /** One step, after which the run stands; from idle, of a run that begins with it. */
    void stepped() {
        switch (state.play()) {
            case TRAIN, TRAIN_AGAIN -> start(WorkerMessage.STEP);
            case PAUSE, RESUME -> actions.tellWorker(WorkerMessage.STEP);
            case TRAIN_ON -> lengthen(WorkerMessage.STEP);
        }
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

    /** The worker is no more, and with it the weights. */
    void broken(String reason) {
        show(state.with(state.snapshot().failed(reason)));
    }

    /** @param first what the run begins with, RESUME or STEP */
    private void start(String first) {
        Optional<SgdSpec> sgd = state.sgd();
        if (sgd.isEmpty()) {
            show(state.withMessage("Learning rate: a number above 0, up to 10, such as 0.9; not “"
                    + state.learningRate().trim() + "”"));
            return;
        }
        RunSpec spec = new RunSpec(
                RECIPE.data(),
                RECIPE.network(),
                RECIPE.loss(),
                sgd.get(),
                RECIPE.batchSize(),
                RECIPE.epochs(),
                RECIPE.seed());
        show(CurveState.starting(spec, state.learningRate()));
        actions.start(spec);
        actions.tellWorker(first);
    }

    /** The run that is done goes on ten times as long: it becomes the one that had been described so from the start. */
    private void lengthen(String first) {
        RunSpec done = state.spec().orElseThrow();
        RunSpec longer = done.withEpochs(Math.min(RunSpec.MOST_EPOCHS, done.epochs() * LONGER));
        show(state.withSpec(longer));
        actions.extend(longer.epochs());
        actions.tellWorker(first);
    }

    private void show(CurveState newer) {
        state = newer;
        actions.show();
    }

    private static String defaultRate() {
        return Numbers.shortest(RECIPE.optimiser().learningRate());
    }
}
