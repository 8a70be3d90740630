package feedforward.lesson.gradient;

/** What the controller wants done outside. */
interface GradientActions {
    /** Show the state, soon. */
    void show();

    /** Both formulas are found. */
    void solved();

    /** Fetch the digits; they, or why not, come back as an event. */
    void fetchDigits();
}
