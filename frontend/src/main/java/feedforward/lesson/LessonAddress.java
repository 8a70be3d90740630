package feedforward.lesson;

import feedforward.browser.Script;
import org.teavm.jso.browser.Window;

/** The page's address, which keeps a lesson's whole state. Mutable: holds back what comes faster than browsers allow. */
public final class LessonAddress {
    /** Safari refuses more than 100 changes in 30 s. */
    private static final int LEAST_GAP_MILLIS = 400;

    private String query = "";
    private boolean waiting;

    /** What the address that the visitor opened says. */
    public static LessonLink opened() {
        return LessonLink.of(
                Window.current().getLocation().getSearch(),
                text -> Script.script().decode(text));
    }

    /** Puts the state into the address, within half a second. */
    public void remember(LessonLink link) {
        query = link.query(Window::encodeURIComponent);
        if (!waiting) {
            waiting = true;
            Window.setTimeout(this::write, LEAST_GAP_MILLIS);
        }
    }

    private void write() {
        waiting = false;
        Script.script()
                .replaceQuery(query.isEmpty() ? Window.current().getLocation().getPathName() : query);
    }
}
