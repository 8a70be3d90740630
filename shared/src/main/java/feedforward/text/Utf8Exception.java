package feedforward.text;

/** Bytes that are not UTF-8, or text that cannot become it: the message and {@link #offset()} say where. */
public final class Utf8Exception extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    Utf8Exception(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** Index, in the array or text that was given, of the first byte or character refused. */
    public int offset() {
        return offset;
    }
}
