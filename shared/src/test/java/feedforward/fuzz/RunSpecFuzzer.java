package feedforward.fuzz;

import feedforward.json.JsonFormatException;
import feedforward.tensor.ShapeException;
import feedforward.wire.RunSpecJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs' descriptions, {@link RunSpecJson}. */
public final class RunSpecFuzzer {
    private RunSpecFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        Parsing.check(
                file.length,
                List.of(JsonFormatException.class, ShapeException.class, IllegalArgumentException.class),
                () -> RunSpecJson.read(text));
    }
}
