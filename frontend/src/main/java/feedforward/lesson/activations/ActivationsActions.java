package feedforward.lesson.activations;

/** What the controller wants done outside. */
interface ActivationsActions {
    /** Show the state, soon. */
    void show();

    /** Both exercises are solved. */
    void solved();
}
