package feedforward.evaluation;

/** What the controller wants done outside; the outcomes come back to it as events. */
interface EvaluationActions {
    /** Ask the network in a safetensors file for its answers to the test digits. */
    void judge(byte[] file);

    void stopJudging();

    /** Show the state, soon. */
    void show();
}
