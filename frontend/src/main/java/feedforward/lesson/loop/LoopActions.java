package feedforward.lesson.loop;

/** What the controllers want done outside. */
interface LoopActions {
    /** Show the state, soon. */
    void show();

    /** The exercises are solved. */
    void solved();

    /** Fetch the digits; they, or why not, come back as an event. */
    void fetchDigits();
}
