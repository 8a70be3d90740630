package feedforward.jobs;

/** A job that came while as many wait as may. */
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFullException(int capacity) {
        super("Jobs: expected fewer than " + capacity + " waiting; try again when some have finished, or cancel one");
    }
}
