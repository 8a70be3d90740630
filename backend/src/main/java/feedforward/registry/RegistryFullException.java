package feedforward.registry;

import java.nio.file.Path;

/** A model that came when as many are kept as may. */
public final class RegistryFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryFullException(int most, Path folder) {
        super("Models: expected fewer than " + most + " kept; delete some from " + folder + " and restart");
    }
}
