package feedforward.page;

import feedforward.browser.Script;
import feedforward.train.RunSpec;
import feedforward.wire.RunSpecJson;
import java.util.Optional;
import org.teavm.jso.browser.Window;

/** A run in the page's address, {@code ?run=…}: whoever opens the link can replay it exactly. */
public final class RunLink {
    private static final String PREFIX = "?run=";

    private RunLink() {}

    /** The run that the address brought; empty if there is none, or it cannot be read. */
    public static Optional<RunSpec> opened() {
        String query = Window.current().getLocation().getSearch();
        if (!query.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RunSpecJson.read(Script.script().decode(query.substring(PREFIX.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static void remember(RunSpec spec) {
        Script.script()
                .replaceQuery(PREFIX
                        + Window.encodeURIComponent(RunSpecJson.write(spec).toString()));
    }
}
