package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.loss.LossKind;
import feedforward.model.NetworkSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.optimiser.SgdSpec;
import feedforward.train.DataSpec;
import feedforward.train.RunSpec;
import java.util.Arrays;
import java.util.List;

/**
 * A run's description: {@code {"data":{"name","sha256","holdOut"},"network":…,"loss":"cross-entropy",
 * "optimiser":{"type":"sgd","learningRate":0.5},"batchSize":100,"epochs":5,"seed":1}}.
 */
public final class RunSpecJson {
    private static final List<String> LOSSES =
            Arrays.stream(LossKind.values()).map(LossKind::id).toList();

    private RunSpecJson() {}

    public static JsonObject write(RunSpec spec) {
        return Json.object()
                .add(
                        "data",
                        Json.object()
                                .add("name", spec.data().name())
                                .add("sha256", spec.data().sha256())
                                .add("holdOut", spec.data().holdOut()))
                .add("network", NetworkSpecJson.write(spec.network()))
                .add("loss", spec.loss().id())
                .add("optimiser", write(spec.optimiser()))
                .add("batchSize", spec.batchSize())
                .add("epochs", spec.epochs())
                .add("seed", spec.seed());
    }

    /** @throws IllegalArgumentException naming the field that is missing, unknown or out of range */
    public static RunSpec read(String json) {
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
                readOptimiser(fields.object("optimiser")),
                fields.integer("batchSize", 1, RunSpec.LARGEST_BATCH),
                fields.integer("epochs", 1, RunSpec.MOST_EPOCHS),
                fields.longInteger("seed", 0, RunSpec.LARGEST_SEED));
        fields.rejectUnknown();
        return spec;
    }

    private static JsonObject write(OptimiserSpec optimiser) {
        SgdSpec sgd = (SgdSpec) optimiser;
        return Json.object().add("type", "sgd").add("learningRate", ExactNumber.of(sgd.learningRate()));
    }

    private static OptimiserSpec readOptimiser(JsonFields fields) {
        fields.field("type").choice(List.of("sgd"));
        SgdSpec sgd = new SgdSpec((float) fields.field("learningRate").numberAbove(0, SgdSpec.HIGHEST_LEARNING_RATE));
        fields.rejectUnknown();
        return sgd;
    }
}
