package feedforward.lesson;

/** What a {@link TrainingRun} wants done outside. */
public interface TrainingActions {
    /** Show the state, soon. */
    void show();

    /** Fetch the digits; they, or why not, come back as an event. */
    void fetchDigits();
}
