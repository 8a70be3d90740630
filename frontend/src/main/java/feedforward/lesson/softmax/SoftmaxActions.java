package feedforward.lesson.softmax;

/** What the controller wants done outside. */
interface SoftmaxActions {
    /** Show the state, soon. */
    void show();

    /** Both exercises are solved. */
    void solved();
}
