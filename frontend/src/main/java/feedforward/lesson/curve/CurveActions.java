package feedforward.lesson.curve;

/** What the controller wants done outside. */
interface CurveActions {
    /** Show the state, soon. */
    void show();

    /** The lesson's exercises are solved. */
    void solved();
}
