package feedforward.data;

/** An idx file that is malformed, or does not fit its partner: the message begins with the file's name. */
public final class IdxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    IdxException(String message) {
        super(message);
    }
}
