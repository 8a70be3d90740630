package feedforward.registry;

/** A model whose weights are kept already, for another network. */
public final class ModelConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelConflictException(String sha256) {
        super("Model " + sha256 + ": expected the network it is kept with but was another for the same weights");
    }
}
