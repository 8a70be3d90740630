package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.json.JsonFormatException;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.text.Digits;
import feedforward.train.DataSpec;
import feedforward.train.RunSpec;
import java.util.Arrays;
import java.util.List;

/**
 * A run's description: {@code {"data":{"name","sha256","holdOut"},"network":…,"loss":"cross-entropy",
 * "optimiser":{"type":"sgd","learningRate":0.5},"batchSize":100,"epochs":5,"seed":1}}, and what {@link RegimeJson} adds where
 * training is not plain.
 */
public final class RunSpecJson {
    /** Characters of text: 65,536, five times what a hundred layers need. */
    public static final int MAX_LENGTH = 1 << 16;

    private static final List<String> LOSSES =
            Arrays.stream(LossKind.values()).map(LossKind::id).toList();

    private RunSpecJson() {}

    public static JsonObject write(RunSpec spec) {
        JsonObject json = Json.object()
                .add(
                        "data",
                        Json.object()
                                .add("name", spec.data().name())
                                .add("sha256", spec.data().sha256())
                                .add("holdOut", spec.data().holdOut()))
                .add("network", NetworkSpecJson.write(spec.network()))
                .add("loss", spec.loss().id())
                .add("optimiser", OptimiserJson.write(spec.optimiser()))
                .add("batchSize", spec.batchSize())
                .add("epochs", spec.epochs())
                .add("seed", spec.seed());
        RegimeJson.write(spec.regime(), json);
        return json;
    }

    /** @throws IllegalArgumentException if the text is too long; or naming the field that is missing, unknown or out of range */
    public static RunSpec read(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new JsonFormatException("RunSpec: expected at most " + Digits.grouped(MAX_LENGTH)
                    + " characters of JSON but was " + Digits.grouped(json.length()));
        }
        return read(JsonFields.parse("RunSpec", json));
    }

    /** As {@link #read(String)}, from an object inside another. */
    public static RunSpec read(JsonFields fields) {
        JsonFields data = fields.object("data");
        DataSpec dataSpec =
                new DataSpec(data.text("name"), data.text("sha256"), data.integer("holdOut", 0, Integer.MAX_VALUE));
        data.rejectUnknown();
        NetworkSpec network = NetworkSpecJson.read(fields.object("network"));
        LossKind loss = LossKind.values()[LOSSES.indexOf(fields.field("loss").choice(LOSSES))];
        RunSpec spec = new RunSpec(
                dataSpec,
                network,
                loss,
                OptimiserJson.read(fields.object("optimiser")),
                fields.integer("batchSize", 1, RunSpec.LARGEST_BATCH),
                fields.integer("epochs", 1, RunSpec.MOST_EPOCHS),
                fields.longInteger("seed", 0, RunSpec.LARGEST_SEED),
                RegimeJson.read(fields));
        fields.rejectUnknown();
        return spec;
    }
}
