package feedforward.wire;

import feedforward.device.Activation;
import feedforward.json.JsonField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An activation's name: "linear", "leaky-relu". */
final class ActivationJson {
    private static final List<String> IDS =
            Arrays.stream(Activation.values()).map(ActivationJson::id).toList();

    private ActivationJson() {}

    static String id(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Activation read(JsonField field) {
        return Activation.values()[IDS.indexOf(field.choice(IDS))];
    }
}
