package feedforward.lesson.digits;

/** What the controller wants done outside; the outcomes come back to it as events. */
interface DigitsActions {
    /** Ask the network in a safetensors file for its answers to the test digits, which may have to be fetched. */
    void judge(byte[] file);

    void stopJudging();

    /** Show the state, soon. */
    void show();

    /** All tasks are solved. */
    void solved();
}
