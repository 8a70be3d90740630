package feedforward.lesson.playground;

/** What the controller wants done outside. */
interface PlaygroundActions {
    /** Show the state, soon. */
    void show();

    /** Both exercises are solved. */
    void solved();
}
