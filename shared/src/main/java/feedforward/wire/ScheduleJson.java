package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.schedule.ConstantSchedule;
import feedforward.schedule.CosineSchedule;
import feedforward.schedule.ExponentialSchedule;
import feedforward.schedule.OneCycleSchedule;
import feedforward.schedule.Schedule;
import feedforward.schedule.StepSchedule;
import feedforward.schedule.WarmUpSchedule;
import java.util.List;

/** {@code {"type":"warm-up","steps":100,"then":{"type":"cosine","floor":0}}}. */
final class ScheduleJson {
    private static final List<String> TYPES =
            List.of("constant", "step", "exponential", "cosine", "warm-up", "one-cycle");

    private ScheduleJson() {}

    static JsonObject write(Schedule schedule) {
        if (schedule instanceof StepSchedule step) {
            return typed("step").add("factor", ExactNumber.of(step.factor())).add("epochs", step.epochs());
        }
        if (schedule instanceof ExponentialSchedule exponential) {
            return typed("exponential").add("factor", ExactNumber.of(exponential.factor()));
        }
        if (schedule instanceof CosineSchedule cosine) {
            return typed("cosine").add("floor", ExactNumber.of(cosine.floor()));
        }
        if (schedule instanceof WarmUpSchedule warmUp) {
            return typed("warm-up").add("steps", warmUp.steps()).add("then", write(warmUp.then()));
        }
        if (schedule instanceof OneCycleSchedule cycle) {
            return typed("one-cycle")
                    .add("warmUp", ExactNumber.of(cycle.warmUp()))
                    .add("divisor", ExactNumber.of(cycle.divisor()))
                    .add("finalDivisor", ExactNumber.of(cycle.finalDivisor()));
        }
        return typed("constant");
    }

    static Schedule read(JsonFields fields) {
        Schedule schedule = switch (fields.field("type").choice(TYPES)) {
            case "step" ->
                new StepSchedule(part(fields, "factor"), fields.integer("epochs", 1, StepSchedule.MOST_EPOCHS));
            case "exponential" -> new ExponentialSchedule(part(fields, "factor"));
            case "cosine" -> new CosineSchedule(part(fields, "floor"));
            case "warm-up" ->
                new WarmUpSchedule(fields.integer("steps", 1, WarmUpSchedule.MOST_STEPS), read(fields.object("then")));
            case "one-cycle" ->
                new OneCycleSchedule(
                        part(fields, "warmUp"), divisor(fields, "divisor"), divisor(fields, "finalDivisor"));
            default -> new ConstantSchedule();
        };
        fields.rejectUnknown();
        return schedule;
    }

    private static JsonObject typed(String type) {
        return Json.object().add("type", type);
    }

    private static float part(JsonFields fields, String name) {
        return (float) fields.number(name, 0, 1);
    }

    private static float divisor(JsonFields fields, String name) {
        return (float) fields.number(name, 1, OneCycleSchedule.LARGEST_DIVISOR);
    }
}
