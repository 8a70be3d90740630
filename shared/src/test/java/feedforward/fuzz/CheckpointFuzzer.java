package feedforward.fuzz;

import feedforward.json.JsonFormatException;
import feedforward.model.SafetensorsException;
import feedforward.model.WeightsException;
import feedforward.tensor.ShapeException;
import feedforward.wire.CheckpointFile;
import java.util.List;

/** Files of stopped runs, {@link CheckpointFile}. */
public final class CheckpointFuzzer {
    private CheckpointFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] file) {
        Parsing.check(
                file.length,
                List.of(
                        SafetensorsException.class,
                        WeightsException.class,
                        JsonFormatException.class,
                        ShapeException.class,
                        IllegalArgumentException.class),
                () -> CheckpointFile.parse(file));
    }
}
