package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.model.Safetensors;
import feedforward.model.StoredTensor;
import feedforward.model.WeightsException;
import feedforward.text.Digits;
import feedforward.train.BestSoFar;
import feedforward.train.Checkpoint;
import feedforward.train.RunSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link Checkpoint} as one safetensors file. Its tensors are the weights, as {@code network.fc1.weight}, what else the run
 * remembers, as {@code memory.optimiser.m.fc1.weight}, and early stopping's best weights, as {@code best.fc1.weight}. Its
 * metadata are the {@code runSpec} and the {@code progress}: {@code {"step":9}} or, when early stopping has judged the network,
 * {@code {"step":9,"best":{"step":5,"lossBits":…,"judgedStep":9,"waited":1}}}. The lossBits are those of the lowest loss, as an
 * integer of 64 bits, since decimals do not cross every platform to the bit.
 */
public final class CheckpointFile {
    private static final String RUN_SPEC = "runSpec";
    private static final String PROGRESS = "progress";
    private static final String NETWORK = "network.";
    private static final String MEMORY = "memory.";
    private static final String BEST = "best.";

    private CheckpointFile() {}

    /** @throws feedforward.model.SafetensorsException if a value is not finite or the file would be too long */
    public static byte[] write(Checkpoint checkpoint) {
        JsonObject progress = Json.object().add("step", checkpoint.step());
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        checkpoint.weights().forEach((name, tensor) -> tensors.put(NETWORK + name, tensor));
        checkpoint.memory().forEach((name, tensor) -> tensors.put(MEMORY + name, tensor));
        checkpoint.best().ifPresent(best -> {
            progress.add("best", write(best));
            best.weights().forEach((name, tensor) -> tensors.put(BEST + name, tensor));
        });
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(RUN_SPEC, RunSpecJson.write(checkpoint.spec()).toString());
        metadata.put(PROGRESS, progress.toString());
        return new Safetensors(metadata, tensors).toBytes();
    }

    /**
     * Reads a file; the memory this takes is what {@link Safetensors#parse} says. Whether its tensors are the run's in name and shape, {@link feedforward.train.Run#resume} says.
     *
     * @throws feedforward.model.SafetensorsException if it is no safetensors file of finite float32 tensors
     * @throws WeightsException if it is no checkpoint, or has other tensors than it should
     * @throws IllegalArgumentException if its metadata are malformed
     */
    public static Checkpoint parse(byte[] file) {
        Safetensors content = Safetensors.parse(file);
        RunSpec spec = RunSpecJson.read(metadata(content, RUN_SPEC));
        JsonFields progress = JsonFields.parse("Checkpoint progress", metadata(content, PROGRESS));
        int step = progress.integer("step", 0, Integer.MAX_VALUE);
        Optional<JsonField> bestField = progress.optional("best");
        progress.rejectUnknown();
        requireSections(content.tensors());
        Map<String, StoredTensor> weights = section(content, NETWORK);
        requireNumber(spec.network().stored(), weights);
        Map<String, StoredTensor> bestWeights = section(content, BEST);
        Optional<BestSoFar> best = bestField.map(field -> readBest(field.object(), bestWeights));
        if (best.isEmpty() && !bestWeights.isEmpty()) {
            throw new WeightsException(
                    "Checkpoint: expected no best weights, since its progress has no \"best\", but found "
                            + bestWeights.keySet());
        }
        return new Checkpoint(spec, step, weights, section(content, MEMORY), best);
    }

    private static JsonObject write(BestSoFar best) {
        return Json.object()
                .add("step", best.step())
                .add("lossBits", Double.doubleToLongBits(best.loss()))
                .add("judgedStep", best.judgedStep())
                .add("waited", best.waited());
    }

    private static BestSoFar readBest(JsonFields fields, Map<String, StoredTensor> weights) {
        BestSoFar best = new BestSoFar(
                fields.integer("step", 1, Integer.MAX_VALUE),
                Double.longBitsToDouble(fields.longInteger("lossBits", Long.MIN_VALUE, Long.MAX_VALUE)),
                fields.integer("judgedStep", 1, Integer.MAX_VALUE),
                fields.integer("waited", 0, Integer.MAX_VALUE),
                weights);
        fields.rejectUnknown();
        return best;
    }

    private static String metadata(Safetensors content, String name) {
        String text = content.metadata().get(name);
        if (text == null) {
            throw new WeightsException("Checkpoint: expected \"" + name + "\" among its metadata but found "
                    + content.metadata().keySet() + "; a file of weights alone cannot be resumed");
        }
        return text;
    }

    private static void requireSections(Map<String, StoredTensor> tensors) {
        for (String name : tensors.keySet()) {
            if (List.of(NETWORK, MEMORY, BEST).stream().noneMatch(name::startsWith)) {
                throw new WeightsException("Checkpoint: expected tensors whose names begin with " + NETWORK + ", "
                        + MEMORY + " or " + BEST + " but found \"" + name + "\"");
            }
        }
    }

    private static Map<String, StoredTensor> section(Safetensors content, String prefix) {
        Map<String, StoredTensor> section = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                section.put(name.substring(prefix.length()), tensor);
            }
        });
        return section;
    }

    /** So that a short file cannot make anybody build a large network. */
    private static void requireNumber(long stored, Map<String, StoredTensor> weights) {
        long count = 0;
        for (StoredTensor tensor : weights.values()) {
            count += tensor.shape().elements();
        }
        if (count != stored) {
            throw new WeightsException("Checkpoint: expected " + Digits.grouped(stored)
                    + " weights, as its network has, but found " + Digits.grouped(count));
        }
    }
}
