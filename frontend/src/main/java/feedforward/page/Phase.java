package feedforward.page;

import feedforward.train.RunState;

/** Where a run stands, as the style sheets and a visitor call it. */
public enum Phase {
    IDLE("Ready"),
    LOADING("Preparing"),
    TRAINING("Training"),
    PAUSING("Pausing…"),
    PAUSED("Paused"),
    DONE("Done"),
    FAILED("Failed"),
    CANCELLED("Stopped");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    public static Phase of(RunState state) {
        return switch (state) {
            case QUEUED -> LOADING;
            case RUNNING -> TRAINING;
            case PAUSED -> PAUSED;
            case FINISHED -> DONE;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Where the run stands after these news. What was asked for stays awaited while older news come in. */
    public Phase after(RunState news) {
        boolean goesOn = news == RunState.QUEUED || news == RunState.RUNNING;
        boolean awaited = this == PAUSING && goesOn || this == CANCELLED && !news.ended();
        return awaited ? this : of(news);
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** The value of {@code data-state}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether something is going on that can be stopped. */
    public boolean busy() {
        return this == LOADING || this == TRAINING || this == PAUSING || this == PAUSED;
    }
}
