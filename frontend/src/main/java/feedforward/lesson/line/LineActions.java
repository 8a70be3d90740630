package feedforward.lesson.line;

/** What the controller wants done outside. */
interface LineActions {
    /** Show the state, soon. */
    void show();

    /** Both exercises are solved. */
    void solved();
}
