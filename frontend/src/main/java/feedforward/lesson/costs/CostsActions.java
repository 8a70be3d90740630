package feedforward.lesson.costs;

/** What the controller wants done outside. */
interface CostsActions {
    /** Show the state, soon. */
    void show();

    /** Both exercises are solved. */
    void solved();
}
