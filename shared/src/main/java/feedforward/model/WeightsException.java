package feedforward.model;

/** Weights that do not belong to the network they are meant for. */
public final class WeightsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }
}
