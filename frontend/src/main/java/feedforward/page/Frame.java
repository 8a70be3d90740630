package feedforward.page;

import feedforward.browser.Script;
import org.teavm.jso.browser.Window;

/** Shows something in the browser's next frame, once however often it was asked for; no focus is lost by it. Mutable. */
public final class Frame {
    private final Runnable task;
    private boolean asked;

    public Frame(Runnable task) {
        this.task = task;
    }

    public void request() {
        if (!asked) {
            asked = true;
            Window.requestAnimationFrame(time -> {
                asked = false;
                task.run();
                Script.script().keepFocus();
            });
        }
    }
}
