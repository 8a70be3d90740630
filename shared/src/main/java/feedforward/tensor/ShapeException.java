package feedforward.tensor;

/** Dimensions that do not fit: the message says where, the expected and the actual shape, and what to do. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ShapeException(String message) {
        super(message);
    }
}
