package feedforward.page.train;

import feedforward.page.Phase;
import feedforward.page.RunLink;
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

    /** The run that a link brought stands in the form, ready to be trained; one that cannot be read is not passed over. */
    public void linkOpened(RunLink link) {
        link.run().ifPresent(spec -> show(state.with(TrainForm.of(spec))));
        if (!link.trouble().isEmpty()) {
            show(state.withNotice(
                    "The link’s run could not be read: " + link.trouble() + ". Here are the defaults instead."));
        }
    }

    public void bothWanted() {
        state.form().spec().ifPresent(spec -> {
            startPage(spec, WorkerMessage.RESUME);
            startServer(spec);
        });
    }

    /** The page's main button: trains, pauses, resumes or trains again, as the state has it. */
    public void pagePlayed() {
        switch (state.page().phase()) {
            case LOADING, TRAINING -> {
                show(state.withPage(state.page().withPhase(Phase.PAUSING)));
                actions.tellWorker(WorkerMessage.PAUSE);
            }
            case PAUSING, PAUSED -> {
                show(state.withPage(
                        state.page().withPhase(Phase.of(state.page().snapshot().state()))));
                actions.tellWorker(WorkerMessage.RESUME);
            }
            default -> state.form().spec().ifPresent(spec -> startPage(spec, WorkerMessage.RESUME));
        }
    }

    /** One step, after which the run stands; from idle, of a run that begins with it. */
    public void pageStepped() {
        if (state.page().phase().busy()) {
            actions.tellWorker(WorkerMessage.STEP);
        } else {
            state.form().spec().ifPresent(spec -> startPage(spec, WorkerMessage.STEP));
        }
    }

    /** Whatever the worker is still busy with: the visitor need not wait for it. */
    public void pageStopped() {
        show(state.withPage(state.page().cancelled()));
        actions.tellWorker(WorkerMessage.STOP);
    }

    public void serverWanted() {
        state.form().spec().ifPresent(this::startServer);
    }

    /** A job that the server has yet to accept is cancelled as soon as it is. */
    public void serverCancelled() {
        if (!state.server().jobId().isEmpty()) {
            actions.cancelServer(state.server().jobId());
        } else if (state.server().phase() == Phase.LOADING) {
            show(state.withServer(state.server().cancelled()));
        }
    }

    /** A part of the data has arrived. */
    public void pageLoading(double fraction) {
        show(state.withPage(state.page().withLoaded(fraction)));
    }

    public void pageNews(RunSnapshot snapshot) {
        show(state.withPage(state.page().with(snapshot)));
    }

    /** The worker is no more, and with it the weights. */
    public void pageBroken(String reason) {
        Side page = state.page();
        show(state.withPage(page.with(page.snapshot().failed(reason))));
    }

    /** @param spec the run that was handed over: if it is no longer wanted, the server need not do it */
    public void serverAccepted(RunSpec spec, String jobId) {
        if (!awaitsAnswerTo(spec)) {
            actions.cancelServer(jobId);
            return;
        }
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

    /** The job is unknown to the server, or its news cannot be had. */
    public void serverGone(String jobId) {
        if (state.server().jobId().equals(jobId) && state.server().phase().busy()) {
            show(state.withServer(state.server().failed("The server has no news of this run any more; train again")));
        }
    }

    public void serverRefused(RunSpec spec, String reason) {
        if (awaitsAnswerTo(spec)) {
            show(state.withServer(state.server().failed(reason)));
        }
    }

    /** Something other than the run itself went wrong, such as fetching its weights. */
    public void serverTrouble(String reason) {
        show(state.withServer(state.server().withMessage(reason)));
    }

    /** @param first what the run begins with, RESUME or STEP */
    private void startPage(RunSpec spec, String first) {
        show(state.withPage(Side.starting(spec)).withNotice(""));
        actions.rememberInAddress(spec);
        actions.startPage(spec);
        actions.tellWorker(first);
    }

    private void startServer(RunSpec spec) {
        if (awaitsAnswerTo(spec)) {
            return;
        }
        if (state.server().phase().busy() && !state.server().jobId().isEmpty()) {
            actions.cancelServer(state.server().jobId());
        }
        show(state.withServer(Side.starting(spec)).withNotice(""));
        actions.rememberInAddress(spec);
        actions.startServer(spec);
    }

    private boolean awaitsAnswerTo(RunSpec spec) {
        Side server = state.server();
        return server.phase() == Phase.LOADING
                && server.jobId().isEmpty()
                && server.spec().equals(Optional.of(spec));
    }

    private long seedSoFar() {
        return state.form().spec().map(RunSpec::seed).orElse(state.form().base().seed());
    }

    private void show(TrainState newer) {
        state = newer;
        actions.show();
    }
}
