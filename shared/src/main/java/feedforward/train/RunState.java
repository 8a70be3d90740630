package feedforward.train;

/** Where a run stands. */
public enum RunState {
    QUEUED,
    RUNNING,
    PAUSED,
    FINISHED,
    CANCELLED,
    FAILED;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return this == FINISHED || this == CANCELLED || this == FAILED;
    }
}
