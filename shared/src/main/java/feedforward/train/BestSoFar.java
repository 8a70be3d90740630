package feedforward.train;

import feedforward.model.StoredTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What early stopping knows of a run.
 *
 * @param step with the lowest loss so far
 * @param loss the lowest, on the examples held out
 * @param judgedStep the step after which the network was last judged
 * @param waited how many judgements there were since the lowest
 * @param weights with the lowest loss, by name, in files' layout, in the network's order
 */
public record BestSoFar(int step, double loss, int judgedStep, int waited, Map<String, StoredTensor> weights) {
    /** @throws IllegalArgumentException if the numbers contradict each other */
    public BestSoFar {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        if (step < 1 || judgedStep < step || waited < 0 || !Double.isFinite(loss)) {
            throw new IllegalArgumentException(
                    "Checkpoint best: expected a finite loss, 1 ≤ step ≤ judgedStep and waited of 0 or more but was loss "
                            + loss + ", step " + step + ", judgedStep " + judgedStep + ", waited " + waited);
        }
    }

    BestSoFar waitedUntil(int judged) {
        return new BestSoFar(step, loss, judged, waited + 1, weights);
    }
}
