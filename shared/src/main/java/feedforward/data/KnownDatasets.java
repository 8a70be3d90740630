package feedforward.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data sets that the engine knows by heart, so that no file is needed for them. */
public final class KnownDatasets {
    private static final List<String> BY_HEART = List.of(Curve.NAME, Pangrams.NAME);
    private static final int MOST_SHOWN = 80;

    private KnownDatasets() {}

    /**
     * The refusal of a name that neither this class nor any file knows.
     *
     * @param files the data sets that come from files
     */
    public static IllegalArgumentException unknown(String name, List<String> files) {
        List<String> all = new ArrayList<>(files);
        all.removeAll(BY_HEART);
        all.addAll(BY_HEART);
        return new IllegalArgumentException("RunSpec data: expected one of " + all
                + ", or points such as \"spiral(noise=10,points=500,seed=1)\", but was \""
                + (name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "…") + '"');
    }

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
