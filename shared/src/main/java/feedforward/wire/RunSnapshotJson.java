package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.train.EvaluationReport;
import feedforward.train.LossPoint;
import feedforward.train.RunSnapshot;
import feedforward.train.RunState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A {@link RunSnapshot}: {@code {"state":"running","step":9,"totalSteps":3000,"examplesPerSecond":…,"secondsLeft":…,
 * "losses":[[step,loss],…],"evaluations":[{"step","loss","accuracy"},…],"weightsSha256":…,"message":""}}; accuracy and
 * weightsSha256 are null where there is none.
 */
public final class RunSnapshotJson {
    private static final List<String> STATES =
            Arrays.stream(RunState.values()).map(RunSnapshotJson::id).toList();

    private RunSnapshotJson() {}

    public static JsonObject write(RunSnapshot snapshot) {
        JsonArray losses = new JsonArray();
        snapshot.losses()
                .forEach(point -> losses.add(new JsonArray().add(point.step()).add(point.loss())));
        JsonArray evaluations = new JsonArray();
        snapshot.evaluations().forEach(evaluation -> evaluations.add(write(evaluation)));
        return Json.object()
                .add("state", id(snapshot.state()))
                .add("step", snapshot.step())
                .add("totalSteps", snapshot.totalSteps())
                .add("examplesPerSecond", snapshot.examplesPerSecond())
                .add("secondsLeft", snapshot.secondsLeft())
                .add("losses", losses)
                .add("evaluations", evaluations)
                .add("weightsSha256", snapshot.weightsSha256().map(Json::value).orElse(Json.NULL))
                .add("message", snapshot.message());
    }

    /** @throws IllegalArgumentException naming the field that is missing, unknown or out of range */
    public static RunSnapshot read(JsonFields fields) {
        RunSnapshot snapshot = new RunSnapshot(
                RunState.values()[STATES.indexOf(fields.field("state").choice(STATES))],
                fields.integer("step", 0, Integer.MAX_VALUE),
                fields.integer("totalSteps", 0, Integer.MAX_VALUE),
                fields.number("examplesPerSecond", 0, Double.MAX_VALUE),
                fields.number("secondsLeft", 0, Double.MAX_VALUE),
                fields.array("losses").stream().map(RunSnapshotJson::readLoss).toList(),
                fields.array("evaluations").stream()
                        .map(JsonField::object)
                        .map(RunSnapshotJson::readEvaluation)
                        .toList(),
                fields.optional("weightsSha256")
                        .filter(field -> !field.value().isNull())
                        .map(JsonField::text),
                fields.text("message"));
        fields.rejectUnknown();
        return snapshot;
    }

    static JsonObject write(EvaluationReport evaluation) {
        JsonValue accuracy = evaluation.accuracy().isPresent()
                ? Json.value(evaluation.accuracy().getAsDouble())
                : Json.NULL;
        return Json.object()
                .add("step", evaluation.step())
                .add("loss", evaluation.loss())
                .add("accuracy", accuracy);
    }

    static EvaluationReport readEvaluation(JsonFields fields) {
        OptionalDouble accuracy = fields.field("accuracy").value().isNull()
                ? OptionalDouble.empty()
                : OptionalDouble.of(fields.number("accuracy", 0, 1));
        EvaluationReport evaluation = new EvaluationReport(
                fields.integer("step", 0, Integer.MAX_VALUE), fields.number("loss", 0, Double.MAX_VALUE), accuracy);
        fields.rejectUnknown();
        return evaluation;
    }

    private static LossPoint readLoss(JsonField point) {
        List<JsonField> pair = point.elements();
        if (pair.size() != 2) {
            throw point.refused("a pair [step, loss]");
        }
        return new LossPoint(
                pair.get(0).integer(0, Integer.MAX_VALUE), pair.get(1).number(0, Double.MAX_VALUE));
    }

    private static String id(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
