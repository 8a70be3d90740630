package feedforward.page.curve;

import feedforward.train.RunSpec;

/** What the controller wants done outside; the outcomes come back to it as events. */
interface CurveActions {
    void start(RunSpec spec);

    void extend(int epochs);

    /** One of {@link feedforward.worker.WorkerMessage}'s commands that need no text. */
    void tellWorker(String command);

    /** Show the state, soon. */
    void show();
}
