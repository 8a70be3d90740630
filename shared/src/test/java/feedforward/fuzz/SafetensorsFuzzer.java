package feedforward.fuzz;

import feedforward.json.JsonFormatException;
import feedforward.model.Safetensors;
import feedforward.model.SafetensorsException;
import feedforward.model.WeightsException;
import feedforward.tensor.ShapeException;
import feedforward.wire.SavedModel;
import java.util.List;

/** Files of weights, {@link Safetensors}, and the models that they hold. */
public final class SafetensorsFuzzer {
    private SafetensorsFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] file) {
        Parsing.check(file.length, List.of(SafetensorsException.class), () -> Safetensors.parse(file));
        Parsing.check(
                file.length,
                List.of(
                        SafetensorsException.class,
                        WeightsException.class,
                        JsonFormatException.class,
                        ShapeException.class,
                        IllegalArgumentException.class),
                () -> SavedModel.parse(file));
    }
}
