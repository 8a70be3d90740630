package feedforward.page;

import feedforward.browser.Script;
import feedforward.worker.WorkerMessage;
import java.util.function.Consumer;
import org.teavm.jso.browser.Window;

/**
 * How many cores a training worker may use: all; one fewer while a pen draws, so that the drawing stays live; a single one while the page
 * is hidden, for then whatever its visitor looks at comes first, and no thread spins until another is done. A run goes on either
 * way, to the same weights. Mutable.
 */
final class Cores {
    private final Consumer<String> worker;
    private boolean penDraws;

    /** @param worker takes a command of {@link WorkerMessage} */
    Cores(Consumer<String> worker) {
        this.worker = worker;
        Window.current().getDocument().addEventListener("visibilitychange", event -> tell());
    }

    void leaveOneTo(Pen pen) {
        pen.listen(draws -> {
            penDraws = draws;
            tell();
        });
    }

    /** Tells the worker what holds now. */
    void tell() {
        worker.accept(now());
    }

    private String now() {
        if (Script.script().pageIsHidden()) {
            return WorkerMessage.USE_ONE_CORE;
        }
        return penDraws ? WorkerMessage.SPARE_A_CORE : WorkerMessage.USE_ALL_CORES;
    }
}
