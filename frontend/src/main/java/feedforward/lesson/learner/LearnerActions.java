package feedforward.lesson.learner;

import feedforward.train.RunSpec;

/** What the controller wants done outside; the outcomes come back to it as events. */
interface LearnerActions {
    /** Set up a run; it stands until it is told to go on. */
    void start(RunSpec spec);

    /** One of {@link feedforward.worker.WorkerMessage}'s commands that need no text. */
    void tellWorker(String command);

    /** Let the run go on up to the end of a step. */
    void runTo(int step);

    /**
     * The network as it is now, to draw for and to judge.
     *
     * @param file safetensors
     * @param name of the network, as a sentence calls it
     */
    void use(byte[] file, String name);

    /** Show the state, soon. */
    void show();

    /** All exercises are solved. */
    void solved();
}
