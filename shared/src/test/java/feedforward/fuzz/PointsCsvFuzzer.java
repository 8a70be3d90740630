package feedforward.fuzz;

import feedforward.data.CsvException;
import feedforward.data.PointsCsv;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts of points, {@link PointsCsv}. */
public final class PointsCsvFuzzer {
    private PointsCsvFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        Parsing.check(file.length, List.of(CsvException.class), () -> PointsCsv.parse(text));
    }
}
