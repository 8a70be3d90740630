package feedforward.train;

import feedforward.model.StoredTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A run stopped between two steps: its description, how many steps are done, and the weights. Continuing from it gives the
 * same weights as never having stopped.
 *
 * @param weights by name, in files' layout, in the network's order
 */
public record Checkpoint(RunSpec spec, int step, Map<String, StoredTensor> weights) {
    public Checkpoint {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        if (step < 0) {
            throw new IllegalArgumentException("Checkpoint step: expected 0 or more but was " + step);
        }
    }
}
