package feedforward.lesson.layers;

/** What the controller wants done outside. */
interface LayersActions {
    /** Show the state, soon. */
    void show();

    /** All exercises are solved. */
    void solved();
}
