package feedforward.page;

import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.workers.Worker;

/** The page: asks its worker to sum some squares, and shows the answer. */
public final class PageMain {
    private PageMain() {}

    public static void main(String[] args) {
        var status = Window.current().getDocument().getElementById("status");
        status.setInnerText("The page runs");
        var worker = new Worker("worker.js");
        worker.onMessage(event -> {
            String text = ((JSString) event.getData()).stringValue();
            if (text.equals("ready")) {
                worker.postMessage(Float32Array.copyFromJavaArray(new float[] {1, 2, 3}));
            } else {
                status.setInnerText("The worker says " + text);
            }
        });
    }
}
