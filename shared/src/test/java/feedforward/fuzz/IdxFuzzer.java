package feedforward.fuzz;

import feedforward.data.IdxException;
import feedforward.data.IdxFile;
import java.util.List;

/** Files of images and of labels, {@link IdxFile}. */
public final class IdxFuzzer {
    private IdxFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] file) {
        Parsing.check(file.length, List.of(IdxException.class), () -> IdxFile.parseImages("images", file));
        Parsing.check(file.length, List.of(IdxException.class), () -> IdxFile.parseLabels("labels", file));
    }
}
