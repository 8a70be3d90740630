package feedforward.page.curve;

import feedforward.train.RunSpec;

/** What the controller wants done outside; the outcomes come back to it as events. */
interface CurveActions {
    /** Set up a run; it stands until RESUME or STEP. */
    void start(RunSpec spec);

    /** Lengthen the finished run to so many epochs in all; it stands until RESUME or STEP. */
    void extend(int epochs);

    /** One of {@link feedforward.worker.WorkerMessage}'s commands that need no text. */
    void tellWorker(String command);

    /** Show the state, soon. */
    void show();
}
