package feedforward.train;

import feedforward.model.StoredTensor;
import feedforward.model.WeightsException;
import feedforward.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run stopped between two steps: its description, how many steps are done, and all that it has in memory. Continuing from it
 * gives the same weights as never having stopped.
 *
 * @param weights by name, in files' layout, in the network's order
 * @param memory what the optimiser remembers, as {@code optimiser.m.fc1.weight}; the moving means of the weights, where there
 *     are any, as {@code average.fc1.weight}; and what recurrent layers carry on, as {@code carried.0.0}
 * @param best where early stopping has judged the network
 */
public record Checkpoint(
        RunSpec spec,
        int step,
        Map<String, StoredTensor> weights,
        Map<String, StoredTensor> memory,
        Optional<BestSoFar> best) {
    static final String OPTIMISER = "optimiser.";
    static final String AVERAGE = "average.";
    static final String CARRIED = "carried.";

    /**
     * @throws IllegalArgumentException if the step is negative or before the last that early stopping has judged
     * @throws WeightsException if the best weights are not those of this network, in name and shape, or there is no early stopping
     */
    public Checkpoint {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        memory = Collections.unmodifiableMap(new LinkedHashMap<>(memory));
        if (step < 0) {
            throw new IllegalArgumentException("Checkpoint step: expected 0 or more but was " + step);
        }
        if (best.isPresent()) {
            requireFit(spec, step, weights, best.get());
        }
    }

    /** Of a run that remembers nothing but its weights. */
    public Checkpoint(RunSpec spec, int step, Map<String, StoredTensor> weights) {
        this(spec, step, weights, Map.of(), Optional.empty());
    }

    /** The weights to judge and to use: their moving means where the run keeps these. */
    public Map<String, StoredTensor> judgedWeights() {
        if (!spec.regime().regularisation().averages()) {
            return weights;
        }
        Map<String, StoredTensor> judged = new LinkedHashMap<>();
        for (Map.Entry<String, StoredTensor> entry : memory.entrySet()) {
            if (entry.getKey().startsWith(AVERAGE)) {
                judged.put(entry.getKey().substring(AVERAGE.length()), entry.getValue());
            }
        }
        return judged;
    }

    private static void requireFit(RunSpec spec, int step, Map<String, StoredTensor> weights, BestSoFar best) {
        if (spec.regime().earlyStopping().isEmpty()) {
            throw new WeightsException("Checkpoint best: expected none, since the run has no early stopping");
        }
        if (best.judgedStep() > step) {
            throw new IllegalArgumentException("Checkpoint best: expected a judgedStep of at most " + step
                    + ", the steps that are done, but was " + best.judgedStep());
        }
        if (!shapes(weights).equals(shapes(best.weights()))) {
            throw new WeightsException("Checkpoint best: expected the tensors " + shapes(weights) + " but found "
                    + shapes(best.weights()));
        }
    }

    private static Map<String, Shape> shapes(Map<String, StoredTensor> tensors) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return shapes;
    }
}
