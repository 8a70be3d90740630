package feedforward.fuzz;

import java.util.List;

/** A parser that believes the length at a file's beginning: what {@link FuzzTest} must find. */
public final class BrokenFuzzer {
    private BrokenFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] file) {
        Parsing.check(file.length, List.of(), () -> parse(file));
    }

    private static byte[] parse(byte[] file) {
        boolean known = file.length > 1 && file[0] == 'l' && file[1] > 1 && file[1] < ' ';
        return new byte[known ? file[1] << 20 : 0];
    }
}
