package feedforward.jobs;

/** A measurement that came while the machine had something else to do. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException(String doing) {
        super("Bench: expected a server with nothing else to do but it " + doing);
    }
}
