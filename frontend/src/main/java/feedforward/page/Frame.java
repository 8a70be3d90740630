package feedforward.page;

import org.teavm.jso.browser.Window;

/** Runs a task in the browser's next frame, once however often it was asked for. Mutable. */
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
            });
        }
    }
}
