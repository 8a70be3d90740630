package feedforward.lesson.logistic;

/** What the controller wants done outside. */
interface LogisticActions {
    /** Show the state, soon. */
    void show();

    /** All exercises are solved. */
    void solved();
}
