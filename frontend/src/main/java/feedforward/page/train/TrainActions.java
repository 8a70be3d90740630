package feedforward.page.train;

import feedforward.train.RunSpec;

/** What the controller wants done outside; their outcomes come back to it as events. */
public interface TrainActions {
    /** Set up a run in the page's worker; it stands until RESUME or STEP. */
    void startPage(RunSpec spec);

    /** One of {@link feedforward.worker.WorkerMessage}'s commands that need no text. */
    void tellWorker(String command);

    /** Hand a run to the server. */
    void startServer(RunSpec spec);

    /** Listen to the server's news of a job. */
    void followServer(String jobId);

    void cancelServer(String jobId);

    /** Keep the run in the address, so that the link replays it. */
    void rememberInAddress(RunSpec spec);

    /** Show the state, soon. */
    void show();
}
