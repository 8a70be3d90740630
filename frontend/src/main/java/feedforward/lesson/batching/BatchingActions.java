package feedforward.lesson.batching;

/** What the controller wants done outside. */
interface BatchingActions {
    /** Show the state, soon. */
    void show();

    /** All exercises are solved. */
    void solved();
}
