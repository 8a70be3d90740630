package feedforward.page;

import java.util.function.Consumer;
import org.teavm.jso.browser.Window;

/**
 * Whether a pen draws, or did within the last half second, for between two strokes a visitor draws on. Whoever computes in this page
 * leaves a core free meanwhile, so that the drawing stays live. Mutable; has one listener.
 */
public final class Pen {
    private static final int REST_MILLIS = 500;

    private Consumer<Boolean> listener = draws -> {};
    private boolean draws;
    private int strokes;

    /** Tells of every change from now on. */
    public void listen(Consumer<Boolean> listener) {
        this.listener = listener;
    }

    public void down() {
        strokes++;
        tell(true);
    }

    public void lifted() {
        int last = strokes;
        Window.setTimeout(
                () -> {
                    if (last == strokes) {
                        tell(false);
                    }
                },
                REST_MILLIS);
    }

    private void tell(boolean now) {
        if (now != draws) {
            draws = now;
            listener.accept(now);
        }
    }
}
