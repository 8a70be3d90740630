package feedforward.lesson;

import org.teavm.jso.browser.Window;

/** Work done once in each frame that the browser draws, for as long as it is wanted; none in a hidden page. Mutable. */
public final class Ticker {
    private final Runnable eachFrame;
    private boolean running;
    private boolean asked;

    public Ticker(Runnable eachFrame) {
        this.eachFrame = eachFrame;
    }

    /** @param wanted whether to go on, or to begin, with the next frame */
    public void run(boolean wanted) {
        running = wanted;
        if (wanted) {
            ask();
        }
    }

    private void ask() {
        if (!asked) {
            asked = true;
            Window.requestAnimationFrame(time -> {
                asked = false;
                if (running) {
                    eachFrame.run();
                    ask();
                }
            });
        }
    }
}
