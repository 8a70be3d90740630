package feedforward.page;

import feedforward.browser.Script;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import java.util.Optional;
import org.teavm.jso.browser.Window;

/** A run in the page's address, {@code #run=…}: whoever opens the link can replay it exactly. */
public final class RunLink {
    private static final String PREFIX = "#run=";

    private RunLink() {}

    /** The run that the address brought; empty if there is none, or it cannot be read. */
    public static Optional<RunSpec> opened() {
        String hash = Window.current().getLocation().getHash();
        if (!hash.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RunSpecJson.read(Script.script().decode(hash.substring(PREFIX.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static void remember(RunSpec spec) {
        Script.script()
                .replaceHash(PREFIX
                        + Window.encodeURIComponent(RunSpecJson.write(spec).toString()));
    }
}
