package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.data.Augmentation;
import feedforward.json.JsonField;
import feedforward.json.JsonFields;
import feedforward.schedule.Schedule;
import feedforward.train.EarlyStopping;
import feedforward.train.Regime;
import feedforward.train.Regularisation;
import feedforward.train.RunSpec;
import java.util.Optional;

/**
 * The fields of a run's description that plain training leaves out: {@code "schedule"} (see {@link ScheduleJson}),
 * {@code "regularisation":{"l1","l2","clipNorm","labelSmoothing","averaging"}}, where one that is missing is 0, and
 * {@code "earlyStopping":{"patience"}} and {@code "augmentation":{"rotation","scaling","shear","shift","elastic","stroke",
 * "plainEpochs"}}, likewise. What is as in plain training is not written, so a description has one text.
 */
final class RegimeJson {
    private RegimeJson() {}

    /** Adds what differs from plain training. */
    static void write(Regime regime, JsonObject run) {
        if (!regime.schedule().equals(Regime.PLAIN.schedule())) {
            run.add("schedule", ScheduleJson.write(regime.schedule()));
        }
        if (!regime.regularisation().equals(Regularisation.NONE)) {
            run.add("regularisation", write(regime.regularisation()));
        }
        regime.earlyStopping()
                .ifPresent(stopping -> run.add("earlyStopping", Json.object().add("patience", stopping.patience())));
        if (!regime.augmentation().equals(Augmentation.NONE)) {
            run.add("augmentation", write(regime.augmentation()));
        }
    }

    static Regime read(JsonFields run) {
        Schedule schedule = run.optional("schedule")
                .map(field -> ScheduleJson.read(field.object()))
                .orElse(Regime.PLAIN.schedule());
        Regularisation regularisation = run.optional("regularisation")
                .map(field -> readRegularisation(field.object()))
                .orElse(Regularisation.NONE);
        Optional<EarlyStopping> stopping =
                run.optional("earlyStopping").map(JsonField::object).map(RegimeJson::readStopping);
        Augmentation augmentation = run.optional("augmentation")
                .map(field -> readAugmentation(field.object()))
                .orElse(Augmentation.NONE);
        return new Regime(schedule, regularisation, stopping, augmentation);
    }

    private static JsonObject write(Augmentation augmentation) {
        JsonObject json = Json.object();
        addUnlessZero(json, "rotation", augmentation.rotation());
        addUnlessZero(json, "scaling", augmentation.scaling());
        addUnlessZero(json, "shear", augmentation.shear());
        addUnlessZero(json, "shift", augmentation.shift());
        addUnlessZero(json, "elastic", augmentation.elastic());
        addUnlessZero(json, "stroke", augmentation.stroke());
        if (augmentation.plainEpochs() > 0) {
            json.add("plainEpochs", augmentation.plainEpochs());
        }
        return json;
    }

    private static Augmentation readAugmentation(JsonFields fields) {
        Augmentation augmentation = new Augmentation(
                orZero(fields, "rotation", Augmentation.MOST_ROTATION),
                orZero(fields, "scaling", Augmentation.MOST_SCALING),
                orZero(fields, "shear", Augmentation.MOST_SHEAR),
                orZero(fields, "shift", Augmentation.MOST_SHIFT),
                orZero(fields, "elastic", Augmentation.MOST_ELASTIC),
                orZero(fields, "stroke", 1),
                fields.optional("plainEpochs")
                        .map(field -> field.integer(0, RunSpec.MOST_EPOCHS))
                        .orElse(0));
        fields.rejectUnknown();
        return augmentation;
    }

    private static JsonObject write(Regularisation regularisation) {
        JsonObject json = Json.object();
        addUnlessZero(json, "l1", regularisation.l1());
        addUnlessZero(json, "l2", regularisation.l2());
        addUnlessZero(json, "clipNorm", regularisation.clipNorm());
        addUnlessZero(json, "labelSmoothing", regularisation.labelSmoothing());
        addUnlessZero(json, "averaging", regularisation.averaging());
        return json;
    }

    private static void addUnlessZero(JsonObject json, String name, float value) {
        if (value != 0) {
            json.add(name, ExactNumber.of(value));
        }
    }

    private static Regularisation readRegularisation(JsonFields fields) {
        Regularisation regularisation = new Regularisation(
                orZero(fields, "l1", 1),
                orZero(fields, "l2", 1),
                orZero(fields, "clipNorm", Regularisation.HIGHEST_CLIP_NORM),
                orZero(fields, "labelSmoothing", 1),
                orZero(fields, "averaging", 1));
        fields.rejectUnknown();
        return regularisation;
    }

    private static float orZero(JsonFields fields, String name, double most) {
        return fields.optional(name).map(field -> (float) field.number(0, most)).orElse(0f);
    }

    private static EarlyStopping readStopping(JsonFields fields) {
        EarlyStopping stopping = new EarlyStopping(fields.integer("patience", 1, EarlyStopping.MOST_PATIENCE));
        fields.rejectUnknown();
        return stopping;
    }
}
