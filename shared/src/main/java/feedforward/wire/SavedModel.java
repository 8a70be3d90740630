package feedforward.wire;

import feedforward.device.Device;
import feedforward.json.JsonFields;
import feedforward.model.Network;
import feedforward.model.NetworkSpec;
import feedforward.model.Safetensors;
import feedforward.model.StoredTensor;
import feedforward.model.WeightsException;
import feedforward.text.Digits;
import feedforward.train.Checkpoint;
import feedforward.train.EvaluationReport;
import feedforward.train.Recipe;
import feedforward.train.RunSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A network with its weights and where they come from, as one safetensors file. The file's metadata say the
 * {@code architecture} (see {@link NetworkSpecJson}) and, where known, the {@code runSpec} and the {@code metrics}
 * ({@code {"step","loss","accuracy"}}). A network rounded to float16 is kept as such, in half the bytes, and its metadata say what
 * it was before, under {@code rounding}.
 *
 * @param metrics how good these weights are, the rounded ones where they are rounded
 * @param weights by name, in files' layout, in the network's order
 */
public record SavedModel(
        NetworkSpec network,
        Optional<RunSpec> run,
        Optional<EvaluationReport> metrics,
        Map<String, StoredTensor> weights,
        Optional<Rounding> rounding) {
    private static final String ARCHITECTURE = "architecture";
    private static final String RUN_SPEC = "runSpec";
    private static final String METRICS = "metrics";
    private static final String ROUNDING = "rounding";
    private static final int TITLE_DIGITS = 8;

    public SavedModel {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** With weights as they were trained. */
    public SavedModel(
            NetworkSpec network,
            Optional<RunSpec> run,
            Optional<EvaluationReport> metrics,
            Map<String, StoredTensor> weights) {
        this(network, run, metrics, weights, Optional.empty());
    }

    /** What a run has reached: the weights it is judged by. */
    public static SavedModel of(Checkpoint checkpoint, Optional<EvaluationReport> metrics) {
        RunSpec spec = checkpoint.spec();
        return new SavedModel(spec.network(), Optional.of(spec), metrics, checkpoint.judgedWeights());
    }

    /**
     * Reads a file; the memory this takes is what {@link Safetensors#parse} says.
     *
     * @throws feedforward.model.SafetensorsException if it is no safetensors file of finite float32 tensors
     * @throws WeightsException if it does not say its architecture, or has another number of weights, or needs more than
     *     64 MiB for one example
     * @throws IllegalArgumentException if its metadata are malformed
     */
    public static SavedModel parse(byte[] file) {
        Safetensors content = Safetensors.parse(file);
        String architecture = content.metadata().get(ARCHITECTURE);
        if (architecture == null) {
            throw new WeightsException("Model file: expected \"" + ARCHITECTURE + "\" among its metadata but found "
                    + content.metadata().keySet() + "; save it from here, or add the description of its layers");
        }
        NetworkSpec network = NetworkSpecJson.read(fields(ARCHITECTURE, architecture));
        requireNumber(network.stored(), content.tensors());
        requireRoom(network.valuesPerExample());
        return new SavedModel(
                network,
                Optional.ofNullable(content.metadata().get(RUN_SPEC)).map(RunSpecJson::read),
                Optional.ofNullable(content.metadata().get(METRICS))
                        .map(text -> RunSnapshotJson.readEvaluation(fields(METRICS, text))),
                content.tensors(),
                Optional.ofNullable(content.metadata().get(ROUNDING))
                        .map(text -> Rounding.read(fields(ROUNDING, text))));
    }

    /** @throws feedforward.model.SafetensorsException if it says that it was rounded to float16, and was not */
    public byte[] toBytes() {
        return rounding.isPresent() ? content().toFloat16Bytes() : content().toBytes();
    }

    /**
     * The same with its weights rounded to the nearest float16; how good it still is, nobody has judged.
     *
     * @throws feedforward.model.SafetensorsException if a weight is beyond float16's range
     */
    public SavedModel rounded() {
        Map<String, StoredTensor> rounded = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> rounded.put(name, tensor.roundedToFloat16()));
        Rounding before = rounding.orElseGet(() -> new Rounding(sha256(), metrics));
        return new SavedModel(network, run, Optional.empty(), rounded, Optional.of(before));
    }

    public SavedModel with(EvaluationReport newMetrics) {
        return new SavedModel(network, run, Optional.of(newMetrics), weights, rounding);
    }

    /**
     * A name that says what it is: {@code mnist-mlp-seed1}, {@code mnist-mlp-seed1-f16} where rounded, or {@code model-0f3a2b1c} by
     * the hash of the weights.
     */
    public String title() {
        return run.flatMap(spec -> Recipe.of(spec).map(recipe -> recipe.id() + "-seed" + spec.seed()))
                .map(name -> rounding.isPresent() ? name + "-f16" : name)
                .orElseGet(() -> "model-" + sha256().substring(0, TITLE_DIGITS));
    }

    /** The hash of the weights, which {@link Safetensors#sha256} defines. */
    public String sha256() {
        return content().sha256();
    }

    /**
     * The network with these weights, for batches of at most {@code batch} examples.
     *
     * @throws WeightsException if the weights do not fit the architecture
     */
    public Network build(Device device, int batch) {
        Network built = Network.build(network, device, batch, 0);
        built.setWeights(weights);
        return built;
    }

    /** So that a short file cannot make anybody build a large network. */
    private static void requireNumber(long stored, Map<String, StoredTensor> weights) {
        long count = 0;
        for (StoredTensor tensor : weights.values()) {
            count += tensor.shape().elements();
        }
        if (count != stored) {
            throw new WeightsException("Model file: expected " + Digits.grouped(stored)
                    + " weights, as its architecture has, but found " + Digits.grouped(count));
        }
    }

    /** A large image and few weights make a short file too. */
    private static void requireRoom(long values) {
        if (values > RunSpec.MOST_VALUES_PER_EXAMPLE) {
            throw new WeightsException("Model file: expected a network that keeps at most "
                    + Digits.grouped(RunSpec.MOST_VALUES_PER_EXAMPLE)
                    + " values for one example, but its architecture keeps " + Digits.grouped(values));
        }
    }

    private Safetensors content() {
        return new Safetensors(metadata(), weights);
    }

    /** The file's metadata: JSON by name. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(ARCHITECTURE, NetworkSpecJson.write(network).toString());
        run.ifPresent(spec -> metadata.put(RUN_SPEC, RunSpecJson.write(spec).toString()));
        metrics.ifPresent(
                report -> metadata.put(METRICS, RunSnapshotJson.write(report).toString()));
        rounding.ifPresent(before -> metadata.put(ROUNDING, before.write().toString()));
        return metadata;
    }

    private static JsonFields fields(String where, String json) {
        return JsonFields.parse("Model " + where, json);
    }
}
