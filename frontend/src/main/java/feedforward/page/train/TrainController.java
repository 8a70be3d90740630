package feedforward.page.train;

import feedforward.page.Phase;
import feedforward.train.Recipe;
import feedforward.train.RunSnapshot;
import feedforward.train.RunSpec;
import feedforward.worker.WorkerMessage;
import java.util.Optional;

/**
 * Decides what each event makes of the training section. A method per event; each replaces the state and may ask for
 * actions. Mutable in its state alone; knows no browser.
 */
public final class TrainController {
    private final TrainActions actions;
    private TrainState state;

    public TrainController(Recipe recipe, TrainActions actions) {
        this.actions = actions;
        state = TrainState.of(TrainForm.of(recipe.spec()));
    }

    public TrainState state() {
        return state;
    }

    public void recipeChosen(Recipe recipe) {
        show(state.with(TrainForm.of(recipe.spec().withSeed(seedSoFar()))));
    }

    public void typed(TrainForm.Field field, String text) {
        show(state.with(state.form().with(field, text)));
    }

    public void defaultsWanted() {
        RunSpec defaults =
                state.form().recipe().map(Recipe::spec).orElse(state.form().base());
        show(state.with(TrainForm.of(defaults)));
    }

    /** A link brought a run: it stands in the form, ready to be trained. */
    public void linkOpened(RunSpec spec) {
        show(state.with(TrainForm.of(spec)));
    }

    public void bothWanted() {
        checkedRun().ifPresent(spec -> {
            startPage(spec);
            startServer(spec);
        });
    }

    /** The page's main button: trains, pauses, resumes or trains again, as the state has it. */
    public void pagePlayed() {
        switch (state.page().phase()) {
            case LOADING, TRAINING -> actions.tellWorker(WorkerMessage.PAUSE);
            case PAUSED -> actions.tellWorker(WorkerMessage.RESUME);
            default -> checkedRun().ifPresent(this::startPage);
        }
    }

    /** One step; from idle, of a run that begins with it. */
    public void pageStepped() {
        if (state.page().phase() != Phase.PAUSED) {
            checkedRun().ifPresent(this::startPage);
        }
        actions.tellWorker(WorkerMessage.STEP);
    }

    public void pageStopped() {
        actions.tellWorker(WorkerMessage.STOP);
    }

    public void serverWanted() {
        checkedRun().ifPresent(this::startServer);
    }

    public void serverCancelled() {
        if (!state.server().jobId().isEmpty()) {
            actions.cancelServer(state.server().jobId());
        }
    }

    /** A part of the data has arrived. */
    public void pageLoading(double fraction) {
        show(state.withPage(state.page().withLoaded(fraction)));
    }

    public void pageNews(RunSnapshot snapshot) {
        show(state.withPage(state.page().with(snapshot)));
    }

    public void serverAccepted(String jobId) {
        show(state.withServer(state.server().withJob(jobId)));
        actions.followServer(jobId);
    }

    public void serverNews(String jobId, RunSnapshot snapshot) {
        if (state.server().jobId().equals(jobId)) {
            show(state.withServer(state.server().with(snapshot)));
        }
    }

    /** The stream of news broke off; the browser tries again by itself. */
    public void serverLost(String jobId) {
        if (state.server().jobId().equals(jobId) && state.server().phase().busy()) {
            show(state.withServer(state.server().withMessage("No news from the server; trying again…")));
        }
    }

    public void serverRefused(String reason) {
        show(state.withServer(state.server().failed(reason)));
    }

    private void startPage(RunSpec spec) {
        show(state.withPage(Side.starting(spec)));
        actions.rememberInAddress(spec);
        actions.startPage(spec);
    }

    private void startServer(RunSpec spec) {
        show(state.withServer(Side.starting(spec)));
        actions.rememberInAddress(spec);
        actions.startServer(spec);
    }

    /** The form's run, if it has no errors; otherwise they show from now on. */
    private Optional<RunSpec> checkedRun() {
        Optional<RunSpec> spec = state.form().spec();
        if (spec.isEmpty()) {
            show(state.withChecked());
        }
        return spec;
    }

    private long seedSoFar() {
        return state.form().spec().map(RunSpec::seed).orElse(state.form().base().seed());
    }

    private void show(TrainState newer) {
        state = newer;
        actions.show();
    }
}
