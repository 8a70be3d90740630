package feedforward.data;

import java.util.Optional;

/** The data sets that the engine knows by heart, so that no file is needed for them. */
public final class KnownDatasets {
    private KnownDatasets() {}

    /**
     * The one with the name that a run's description gives; empty when its data come from files.
     *
     * @throws IllegalArgumentException if the name begins as a {@link PlaneData} but is none
     */
    public static Optional<Dataset> named(String name) {
        return switch (name) {
            case Curve.NAME -> Optional.of(Curve.dataset());
            case Pangrams.NAME -> Optional.of(Pangrams.dataset());
            default -> PlaneData.names(name) ? Optional.of(PlaneData.parse(name).dataset()) : Optional.empty();
        };
    }
}
