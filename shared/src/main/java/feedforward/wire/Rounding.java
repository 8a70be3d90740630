package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.train.EvaluationReport;
import java.util.Optional;

/**
 * What a network was before its weights were rounded to float16: {@code {"weightsSha256":…,"metrics":{…}}}, metrics only where
 * known.
 *
 * @param weightsSha256 the hash of the weights as they were trained
 */
public record Rounding(String weightsSha256, Optional<EvaluationReport> metrics) {
    private static final String WEIGHTS_SHA256 = "weightsSha256";
    private static final String METRICS = "metrics";

    static Rounding read(JsonFields fields) {
        Rounding rounding = new Rounding(
                fields.text(WEIGHTS_SHA256),
                fields.optional(METRICS).map(field -> RunSnapshotJson.readEvaluation(field.fields())));
        fields.rejectUnknown();
        return rounding;
    }

    JsonObject write() {
        JsonObject json = Json.object().add(WEIGHTS_SHA256, weightsSha256);
        metrics.ifPresent(report -> json.add(METRICS, RunSnapshotJson.write(report)));
        return json;
    }
}
