package feedforward.page;

import feedforward.browser.Script;
import feedforward.train.RunSpec;
import org.teavm.jso.browser.Window;

/** The page's address, which keeps the run last started as a {@link RunLink}. */
public final class Address {
    private Address() {}

    /** What the address that the visitor opened says of a run. */
    public static RunLink opened() {
        return RunLink.read(
                Window.current().getLocation().getSearch(),
                text -> Script.script().decode(text));
    }

    public static void remember(RunSpec spec) {
        Script.script().replaceQuery(RunLink.query(spec, Window::encodeURIComponent));
    }
}
