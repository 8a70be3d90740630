package feedforward.lesson.network;

/** What the controller wants done outside. */
interface NetworkActions {
    /** Show the state, soon. */
    void show();

    /** Both exercises are solved. */
    void solved();
}
