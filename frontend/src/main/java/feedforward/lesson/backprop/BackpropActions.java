package feedforward.lesson.backprop;

/** What the controller wants done outside. */
interface BackpropActions {
    /** Show the state, soon. */
    void show();

    /** The exercise is solved. */
    void solved();
}
