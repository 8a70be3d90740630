package feedforward.wire;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import feedforward.json.JsonFields;
import feedforward.optimiser.AdagradSpec;
import feedforward.optimiser.AdamSpec;
import feedforward.optimiser.AdamWSpec;
import feedforward.optimiser.MomentumSpec;
import feedforward.optimiser.NesterovSpec;
import feedforward.optimiser.OptimiserSpec;
import feedforward.optimiser.RmsPropSpec;
import feedforward.optimiser.SgdSpec;
import java.util.List;

/** {@code {"type":"adam","learningRate":0.001,"beta1":0.9,"beta2":0.999,"epsilon":1.0E-8}}: every number is written. */
final class OptimiserJson {
    private static final List<String> TYPES =
            List.of("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw");

    private OptimiserJson() {}

    static JsonObject write(OptimiserSpec optimiser) {
        if (optimiser instanceof MomentumSpec momentum) {
            return typed("momentum", momentum).add("momentum", ExactNumber.of(momentum.momentum()));
        }
        if (optimiser instanceof NesterovSpec nesterov) {
            return typed("nesterov", nesterov).add("momentum", ExactNumber.of(nesterov.momentum()));
        }
        if (optimiser instanceof AdagradSpec adagrad) {
            return typed("adagrad", adagrad).add("epsilon", ExactNumber.of(adagrad.epsilon()));
        }
        if (optimiser instanceof RmsPropSpec rmsProp) {
            return typed("rmsprop", rmsProp)
                    .add("decay", ExactNumber.of(rmsProp.decay()))
                    .add("epsilon", ExactNumber.of(rmsProp.epsilon()));
        }
        if (optimiser instanceof AdamSpec adam) {
            return write("adam", adam);
        }
        if (optimiser instanceof AdamWSpec adamW) {
            AdamSpec adam = new AdamSpec(adamW.learningRate(), adamW.beta1(), adamW.beta2(), adamW.epsilon());
            return write("adamw", adam).add("weightDecay", ExactNumber.of(adamW.weightDecay()));
        }
        return typed("sgd", optimiser);
    }

    static OptimiserSpec read(JsonFields fields) {
        String type = fields.field("type").choice(TYPES);
        float rate = (float) fields.field("learningRate").numberAbove(0, OptimiserSpec.HIGHEST_LEARNING_RATE);
        OptimiserSpec spec = switch (type) {
            case "momentum" -> new MomentumSpec(rate, number(fields, "momentum"));
            case "nesterov" -> new NesterovSpec(rate, number(fields, "momentum"));
            case "adagrad" -> new AdagradSpec(rate, number(fields, "epsilon"));
            case "rmsprop" -> new RmsPropSpec(rate, number(fields, "decay"), number(fields, "epsilon"));
            case "adam" ->
                new AdamSpec(rate, number(fields, "beta1"), number(fields, "beta2"), number(fields, "epsilon"));
            case "adamw" ->
                new AdamWSpec(
                        rate,
                        number(fields, "beta1"),
                        number(fields, "beta2"),
                        number(fields, "epsilon"),
                        number(fields, "weightDecay"));
            default -> new SgdSpec(rate);
        };
        fields.rejectUnknown();
        return spec;
    }

    private static JsonObject write(String type, AdamSpec adam) {
        return typed(type, adam)
                .add("beta1", ExactNumber.of(adam.beta1()))
                .add("beta2", ExactNumber.of(adam.beta2()))
                .add("epsilon", ExactNumber.of(adam.epsilon()));
    }

    private static JsonObject typed(String type, OptimiserSpec optimiser) {
        return Json.object().add("type", type).add("learningRate", ExactNumber.of(optimiser.learningRate()));
    }

    private static float number(JsonFields fields, String name) {
        return (float) fields.number(name, 0, 1);
    }
}
