package feedforward.lesson.evaluation;

import feedforward.train.RunSpec;

/** What the controller wants done outside; the outcomes come back to it as events. */
interface JudgeActions {
    void fetchShipped();

    /** Train a network, from its initial weights to its last step. */
    void train(RunSpec spec);

    /** One of {@link feedforward.worker.WorkerMessage}'s commands that need no text. */
    void tellWorker(String command);

    /**
     * Ask a network for its answers to the test digits.
     *
     * @param file safetensors
     * @param name of the network, as a sentence calls it
     */
    void judge(byte[] file, String name);

    /** Show the state, soon. */
    void show();

    /** All exercises are solved. */
    void solved();
}
