package feedforward.page;

import feedforward.text.Parts;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an address says of a run, {@code ?run=…}: whoever opens such a link can replay the run exactly.
 *
 * @param run the run; empty if the address names none, or it cannot be read
 * @param trouble why it cannot be read, else empty
 */
public record RunLink(Optional<RunSpec> run, String trouble) {
    /** Of an address that names no run. */
    public static final RunLink NONE = new RunLink(Optional.empty(), "");

    private static final String NAME = "run=";

    /**
     * Reads an address's query.
     *
     * @param query empty or from the question mark on
     * @param decode the browser's percent-decoding; what is malformed it may leave as it is
     */
    static RunLink read(String query, UnaryOperator<String> decode) {
        for (String parameter : Parts.of(query.startsWith("?") ? query.substring(1) : query, '&')) {
            if (parameter.startsWith(NAME)) {
                return readRun(decode.apply(parameter.substring(NAME.length())));
            }
        }
        return NONE;
    }

    /** The query that names a run. */
    static String query(RunSpec spec, UnaryOperator<String> encode) {
        return "?" + NAME + encode.apply(RunSpecJson.write(spec).toString());
    }

    private static RunLink readRun(String json) {
        try {
            return new RunLink(Optional.of(RunSpecJson.read(json)), "");
        } catch (IllegalArgumentException e) {
            return new RunLink(Optional.empty(), e.getMessage());
        }
    }
}
