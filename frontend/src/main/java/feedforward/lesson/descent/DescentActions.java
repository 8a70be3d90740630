package feedforward.lesson.descent;

/** What the controller wants done outside. */
interface DescentActions {
    /** Show the state, soon. */
    void show();

    /** All exercises are solved. */
    void solved();
}
