package feedforward.model;

import feedforward.tensor.NamedTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of a network's or an optimiser's numbers by name, in files' layout, and the way back. */
public final class StoredTensors {
    private StoredTensors() {}

    /** In the order of the list. */
    public static Map<String, StoredTensor> of(List<NamedTensor> tensors) {
        Map<String, StoredTensor> copies = new LinkedHashMap<>();
        for (NamedTensor tensor : tensors) {
            copies.put(tensor.name(), new StoredTensor(tensor.storedShape(), tensor.stored()));
        }
        return copies;
    }

    /**
     * Sets {@code tensors} to the {@code copies}.
     *
     * @param where the first word of every message
     * @throws WeightsException if a tensor is missing, unknown, or of another shape; nothing is changed then
     */
    public static void restore(String where, List<NamedTensor> tensors, Map<String, StoredTensor> copies) {
        for (NamedTensor tensor : tensors) {
            requireFit(where, tensor, copies);
        }
        if (copies.size() != tensors.size()) {
            throw new WeightsException(where + ": expected " + tensors.size() + " tensors "
                    + tensors.stream().map(NamedTensor::name).toList() + " but found " + copies.keySet());
        }
        for (NamedTensor tensor : tensors) {
            tensor.setStored(copies.get(tensor.name()).values());
        }
    }

    private static void requireFit(String where, NamedTensor tensor, Map<String, StoredTensor> copies) {
        StoredTensor stored = copies.get(tensor.name());
        if (stored == null) {
            throw new WeightsException(where + ": expected a tensor \"" + tensor.name() + "\" of shape "
                    + tensor.storedShape() + " but found only " + copies.keySet());
        }
        if (!stored.shape().equals(tensor.storedShape())) {
            throw new WeightsException(where + " \"" + tensor.name() + "\": expected shape " + tensor.storedShape()
                    + " but was " + stored.shape());
        }
    }
}
