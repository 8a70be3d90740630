package feedforward.page.bench;

import feedforward.bench.BenchRequest;

/** What the controller wants done outside; the outcomes come back to it as events. */
interface BenchActions {
    void measureHere(BenchRequest request);

    /** End the worker and what it measures; have a new one. */
    void restartWorker();

    void measureOnServer(BenchRequest request);

    void cancelOnServer();

    /** Show the state, soon. */
    void show();
}
